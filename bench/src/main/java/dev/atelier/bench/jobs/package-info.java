/** How fast jobs are. */
@NullMarked
package dev.atelier.bench.jobs;

import org.jspecify.annotations.NullMarked;
