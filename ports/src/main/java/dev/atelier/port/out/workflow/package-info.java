/** What the core needs: workflow. */
@NullMarked
package dev.atelier.port.out.workflow;

import org.jspecify.annotations.NullMarked;
