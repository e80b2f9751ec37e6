/** What the core offers: health. */
@NullMarked
package dev.atelier.port.in.health;

import org.jspecify.annotations.NullMarked;
