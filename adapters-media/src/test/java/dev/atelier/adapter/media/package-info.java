/** The adapter on files that are what they say, and on files that are not. */
@NullMarked
package dev.atelier.adapter.media;

import org.jspecify.annotations.NullMarked;
