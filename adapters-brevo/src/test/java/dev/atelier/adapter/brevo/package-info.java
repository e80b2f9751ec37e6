/** Tests of mail through Brevo. */
@NullMarked
package dev.atelier.adapter.brevo;

import org.jspecify.annotations.NullMarked;
