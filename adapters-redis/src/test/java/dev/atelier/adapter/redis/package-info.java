/** The adapter on a real Redis. */
@NullMarked
package dev.atelier.adapter.redis;

import org.jspecify.annotations.NullMarked;
