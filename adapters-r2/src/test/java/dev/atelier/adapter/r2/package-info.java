/** The adapter on an S3 endpoint that checks signatures, and on one that misbehaves. */
@NullMarked
package dev.atelier.adapter.r2;

import org.jspecify.annotations.NullMarked;
