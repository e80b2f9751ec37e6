/**
 * A local Supabase Auth: the calls of the real one that {@code supabase-js} makes, with the same answers and errors, on
 * the same tables. One class for each call.
 */
@NullMarked
package dev.atelier.local.auth;

import org.jspecify.annotations.NullMarked;
