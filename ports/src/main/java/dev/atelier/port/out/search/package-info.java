/** What finding passages of documents needs. */
@NullMarked
package dev.atelier.port.out.search;

import org.jspecify.annotations.NullMarked;
