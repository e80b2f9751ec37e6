/** Work for workers. */
@NullMarked
package dev.atelier.domain.job;

import org.jspecify.annotations.NullMarked;
