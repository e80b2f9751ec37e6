/** The REST API: Javalin on virtual threads over the inbound ports. What it promises is written for each route in {@code Routes}. */
@NullMarked
package dev.atelier.adapter.http;

import org.jspecify.annotations.NullMarked;
