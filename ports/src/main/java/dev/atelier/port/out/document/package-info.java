/** What the core needs: document. */
@NullMarked
package dev.atelier.port.out.document;

import org.jspecify.annotations.NullMarked;
