/** Users. */
@NullMarked
package dev.atelier.domain.account;

import org.jspecify.annotations.NullMarked;
