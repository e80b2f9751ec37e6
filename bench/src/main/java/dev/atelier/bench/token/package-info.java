/** What it costs to verify a token. */
@NullMarked
package dev.atelier.bench.token;

import org.jspecify.annotations.NullMarked;
