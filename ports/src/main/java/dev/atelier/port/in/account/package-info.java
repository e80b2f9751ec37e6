/** What the core offers: account. */
@NullMarked
package dev.atelier.port.in.account;

import org.jspecify.annotations.NullMarked;
