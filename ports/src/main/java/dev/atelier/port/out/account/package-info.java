/** What the core needs: account. */
@NullMarked
package dev.atelier.port.out.account;

import org.jspecify.annotations.NullMarked;
