/**
 * The use cases. {@link dev.atelier.application.AtelierCore} puts them together; everything else in here is its own
 * business.
 */
@NullMarked
package dev.atelier.application;

import org.jspecify.annotations.NullMarked;
