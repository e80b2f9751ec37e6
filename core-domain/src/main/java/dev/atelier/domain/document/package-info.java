/** Documents. */
@NullMarked
package dev.atelier.domain.document;

import org.jspecify.annotations.NullMarked;
