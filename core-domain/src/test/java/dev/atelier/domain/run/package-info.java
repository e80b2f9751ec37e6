/** Tests. */
@NullMarked
package dev.atelier.domain.run;

import org.jspecify.annotations.NullMarked;
