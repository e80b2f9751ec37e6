/** The use cases, through the one public assembly, on the adapters of the test kit. */
@NullMarked
package dev.atelier.application;

import org.jspecify.annotations.NullMarked;
