/** What the core refuses, and how it collects the reasons. */
@NullMarked
package dev.atelier.domain.error;

import org.jspecify.annotations.NullMarked;
