/** The adapter on a real PostgreSQL that is prepared as Supabase prepares it. */
@NullMarked
package dev.atelier.adapter.postgres;

import org.jspecify.annotations.NullMarked;
