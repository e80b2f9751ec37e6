/** What the core needs: file. */
@NullMarked
package dev.atelier.port.out.file;

import org.jspecify.annotations.NullMarked;
