/** Verification against a provider that publishes keys and signs what it should not. */
@NullMarked
package dev.atelier.adapter.http.token;

import org.jspecify.annotations.NullMarked;
