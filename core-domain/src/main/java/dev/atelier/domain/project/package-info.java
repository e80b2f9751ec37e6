/** Projects. */
@NullMarked
package dev.atelier.domain.project;

import org.jspecify.annotations.NullMarked;
