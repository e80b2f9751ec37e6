/** What the core needs: health. */
@NullMarked
package dev.atelier.port.out.health;

import org.jspecify.annotations.NullMarked;
