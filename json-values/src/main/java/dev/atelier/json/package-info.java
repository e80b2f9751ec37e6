/** How {@link dev.atelier.domain.value.Value}s are written as JSON (RFC 8259), with Jackson; shared by the adapters that need it. */
@NullMarked
package dev.atelier.json;

import org.jspecify.annotations.NullMarked;
