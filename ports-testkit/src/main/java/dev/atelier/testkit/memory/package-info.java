/** Every outbound port in memory: for tests, and to try the core without any server. */
@NullMarked
package dev.atelier.testkit.memory;

import org.jspecify.annotations.NullMarked;
