/** What the core needs: idempotency. */
@NullMarked
package dev.atelier.port.out.idempotency;

import org.jspecify.annotations.NullMarked;
