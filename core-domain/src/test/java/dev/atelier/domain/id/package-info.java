/** Tests. */
@NullMarked
package dev.atelier.domain.id;

import org.jspecify.annotations.NullMarked;
