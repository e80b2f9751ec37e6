/** What the core offers: search and questions. */
@NullMarked
package dev.atelier.port.in.search;

import org.jspecify.annotations.NullMarked;
