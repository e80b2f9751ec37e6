/** Tests. */
@NullMarked
package dev.atelier.domain.page;

import org.jspecify.annotations.NullMarked;
