/** How well passages are found. */
@NullMarked
package dev.atelier.bench.search;

import org.jspecify.annotations.NullMarked;
