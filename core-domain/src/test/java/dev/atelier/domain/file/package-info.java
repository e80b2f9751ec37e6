/** Tests. */
@NullMarked
package dev.atelier.domain.file;

import org.jspecify.annotations.NullMarked;
