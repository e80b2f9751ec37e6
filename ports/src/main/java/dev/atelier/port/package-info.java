/** What the core offers ({@code in}) and needs ({@code out}); here, what both speak of. */
@NullMarked
package dev.atelier.port;

import org.jspecify.annotations.NullMarked;
