/** What the core offers: project. */
@NullMarked
package dev.atelier.port.in.project;

import org.jspecify.annotations.NullMarked;
