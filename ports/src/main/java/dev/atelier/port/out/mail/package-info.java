/** Mail to users. */
@NullMarked
package dev.atelier.port.out.mail;

import org.jspecify.annotations.NullMarked;
