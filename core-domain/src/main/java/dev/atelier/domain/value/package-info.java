/** Dynamically typed values: the matter of definitions, inputs and outputs. */
@NullMarked
package dev.atelier.domain.value;

import org.jspecify.annotations.NullMarked;
