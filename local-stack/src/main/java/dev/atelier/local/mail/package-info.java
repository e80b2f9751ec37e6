/** Where the mails of the local stack end: nothing is sent, everything can be read. */
@NullMarked
package dev.atelier.local.mail;

import org.jspecify.annotations.NullMarked;
