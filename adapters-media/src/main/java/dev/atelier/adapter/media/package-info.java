/** What bytes are, by Apache Tika, and small images of them, by the JDK's ImageIO with TwelveMonkeys' WebP. */
@NullMarked
package dev.atelier.adapter.media;

import org.jspecify.annotations.NullMarked;
