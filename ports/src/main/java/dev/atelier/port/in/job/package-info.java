/** What the core offers: job. */
@NullMarked
package dev.atelier.port.in.job;

import org.jspecify.annotations.NullMarked;
