/** Tests. */
@NullMarked
package dev.atelier.domain.error;

import org.jspecify.annotations.NullMarked;
