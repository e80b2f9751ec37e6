/** What the engine of workflows costs by itself. */
@NullMarked
package dev.atelier.bench.step;

import org.jspecify.annotations.NullMarked;
