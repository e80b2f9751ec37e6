/** Tests. */
@NullMarked
package dev.atelier.domain.usage;

import org.jspecify.annotations.NullMarked;
