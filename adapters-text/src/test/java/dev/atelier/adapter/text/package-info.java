/** Tests. */
@NullMarked
package dev.atelier.adapter.text;

import org.jspecify.annotations.NullMarked;
