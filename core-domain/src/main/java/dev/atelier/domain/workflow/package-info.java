/** Workflows: definitions, their reading, and what makes them valid. */
@NullMarked
package dev.atelier.domain.workflow;

import org.jspecify.annotations.NullMarked;
