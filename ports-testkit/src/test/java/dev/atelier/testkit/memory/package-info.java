/** The in-memory adapters, held to the contracts. */
@NullMarked
package dev.atelier.testkit.memory;

import org.jspecify.annotations.NullMarked;
