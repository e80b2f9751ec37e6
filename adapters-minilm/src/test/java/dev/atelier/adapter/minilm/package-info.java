/** Tests. */
@NullMarked
package dev.atelier.adapter.minilm;

import org.jspecify.annotations.NullMarked;
