/** What the core offers: run. */
@NullMarked
package dev.atelier.port.in.run;

import org.jspecify.annotations.NullMarked;
