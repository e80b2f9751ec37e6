/** Runs of workflows: their state, and what they do next. */
@NullMarked
package dev.atelier.domain.run;

import org.jspecify.annotations.NullMarked;
