/** What the core offers: file. */
@NullMarked
package dev.atelier.port.in.file;

import org.jspecify.annotations.NullMarked;
