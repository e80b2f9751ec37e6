/** The program: reads its settings, wires the core to its adapters, starts it. */
@NullMarked
package dev.atelier.bootstrap;

import org.jspecify.annotations.NullMarked;
