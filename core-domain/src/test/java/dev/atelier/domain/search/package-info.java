@NullMarked
package dev.atelier.domain.search;

import org.jspecify.annotations.NullMarked;
