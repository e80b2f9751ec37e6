/** The bell and the live feed: Redis through Jedis. Nothing in it is missed when it is lost. */
@NullMarked
package dev.atelier.adapter.redis;

import org.jspecify.annotations.NullMarked;
