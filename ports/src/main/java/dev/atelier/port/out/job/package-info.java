/** What the core needs: job. */
@NullMarked
package dev.atelier.port.out.job;

import org.jspecify.annotations.NullMarked;
