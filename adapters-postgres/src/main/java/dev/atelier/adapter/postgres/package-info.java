/** The database: Supabase PostgreSQL through JDBI, HikariCP and Flyway. */
@NullMarked
package dev.atelier.adapter.postgres;

import org.jspecify.annotations.NullMarked;
