/** What the core needs: run. */
@NullMarked
package dev.atelier.port.out.run;

import org.jspecify.annotations.NullMarked;
