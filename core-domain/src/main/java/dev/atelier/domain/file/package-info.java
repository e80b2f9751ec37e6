/** Files and the objects that hold their bytes. */
@NullMarked
package dev.atelier.domain.file;

import org.jspecify.annotations.NullMarked;
