/** Programs that embed the core. */
@NullMarked
package dev.atelier.example;

import org.jspecify.annotations.NullMarked;
