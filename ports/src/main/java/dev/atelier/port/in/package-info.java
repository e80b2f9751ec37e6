/** What the core offers. */
@NullMarked
package dev.atelier.port.in;

import org.jspecify.annotations.NullMarked;
