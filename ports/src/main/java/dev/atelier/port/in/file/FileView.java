package dev.atelier.port.in.file;

import dev.atelier.domain.file.StoredFile;
import java.net.URI;
import java.util.Optional;

/**
 * A file as its owner sees it.
 *
 * @param url its public address
 * @param thumbnailUrl the public address of a small image of it; empty when there is none (yet)
 */
public record FileView(StoredFile file, URI url, Optional<URI> thumbnailUrl) {}
