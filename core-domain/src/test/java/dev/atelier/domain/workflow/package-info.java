/** Tests. */
@NullMarked
package dev.atelier.domain.workflow;

import org.jspecify.annotations.NullMarked;
