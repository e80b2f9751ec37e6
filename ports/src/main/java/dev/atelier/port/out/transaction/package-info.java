/** What the core needs: transaction. */
@NullMarked
package dev.atelier.port.out.transaction;

import org.jspecify.annotations.NullMarked;
