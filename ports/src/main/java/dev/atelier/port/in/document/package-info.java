/** What the core offers: document. */
@NullMarked
package dev.atelier.port.in.document;

import org.jspecify.annotations.NullMarked;
