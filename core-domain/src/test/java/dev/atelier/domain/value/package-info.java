/** Tests. */
@NullMarked
package dev.atelier.domain.value;

import org.jspecify.annotations.NullMarked;
