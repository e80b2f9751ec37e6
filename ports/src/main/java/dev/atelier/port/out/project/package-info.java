/** What the core needs: project. */
@NullMarked
package dev.atelier.port.out.project;

import org.jspecify.annotations.NullMarked;
