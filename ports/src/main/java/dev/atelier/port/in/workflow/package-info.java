/** What the core offers: workflow. */
@NullMarked
package dev.atelier.port.in.workflow;

import org.jspecify.annotations.NullMarked;
