/** The contract of every outbound port, to be run on every adapter of it, and a clock to set. */
@NullMarked
package dev.atelier.testkit;

import org.jspecify.annotations.NullMarked;
