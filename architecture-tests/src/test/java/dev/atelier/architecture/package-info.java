/**
 * The arrows that must not exist between the rooms of the house, as docs/architecture.md draws it.
 *
 * <p>Below {@code broken} lies, for each rule, a small house in which just that rule is broken; it shows that the rule
 * can fail.
 */
@NullMarked
package dev.atelier.architecture;

import org.jspecify.annotations.NullMarked;
