/** Who asks: verification of Supabase access tokens by the published keys of the project. */
@NullMarked
package dev.atelier.adapter.http.token;

import org.jspecify.annotations.NullMarked;
