package dev.atelier.port.in.file;

import dev.atelier.domain.file.StoredFile;
import java.net.URI;

/**
 * A file as its owner sees it.
 *
 * @param url its public address
 */
public record FileView(StoredFile file, URI url) {}
