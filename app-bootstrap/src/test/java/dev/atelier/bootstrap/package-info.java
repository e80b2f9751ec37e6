/** Settings, commands, and the product as a whole on real servers. */
@NullMarked
package dev.atelier.bootstrap;

import org.jspecify.annotations.NullMarked;
