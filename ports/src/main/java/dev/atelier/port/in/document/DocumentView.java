package dev.atelier.port.in.document;

import dev.atelier.domain.document.Document;
import java.net.URI;
import java.util.Optional;

/**
 * A document as its owner sees it.
 *
 * @param fileUrl the public address of the file that it shows
 */
public record DocumentView(Document document, Optional<URI> fileUrl) {}
