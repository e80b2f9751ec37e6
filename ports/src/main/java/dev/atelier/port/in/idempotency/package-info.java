/** What the core offers: idempotency. */
@NullMarked
package dev.atelier.port.in.idempotency;

import org.jspecify.annotations.NullMarked;
