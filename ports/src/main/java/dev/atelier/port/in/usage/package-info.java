/** What the core offers: usage. */
@NullMarked
package dev.atelier.port.in.usage;

import org.jspecify.annotations.NullMarked;
