/** Calls that may cost money, and what came of them. */
@NullMarked
package dev.atelier.domain.usage;

import org.jspecify.annotations.NullMarked;
