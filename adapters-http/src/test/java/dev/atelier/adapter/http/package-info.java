/** The API as clients see it. */
@NullMarked
package dev.atelier.adapter.http;

import org.jspecify.annotations.NullMarked;
