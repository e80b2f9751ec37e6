/** What the core needs: usage. */
@NullMarked
package dev.atelier.port.out.usage;

import org.jspecify.annotations.NullMarked;
