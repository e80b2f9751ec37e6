/** What makes documents searchable: their texts, and the chunks that are looked for. */
@NullMarked
package dev.atelier.domain.search;

import org.jspecify.annotations.NullMarked;
