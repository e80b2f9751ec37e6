/**
 * Real servers for development and tests: PostgreSQL prepared as Supabase prepares it, Redis, an S3 endpoint and a local
 * Supabase Auth, all from this one JVM. Nothing here is part of the production image.
 */
@NullMarked
package dev.atelier.local;

import org.jspecify.annotations.NullMarked;
