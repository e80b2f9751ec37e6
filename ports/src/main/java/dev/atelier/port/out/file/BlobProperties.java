package dev.atelier.port.out.file;

/**
 * How an object is served at its public address.
 *
 * @param contentType the media type; it is served with the same meaning, not to the letter
 * @param fileName the name under which it is saved, of any script
 * @param inline whether a browser may show it; otherwise it is told to save it (RFC 6266, {@code attachment})
 */
public record BlobProperties(String contentType, String fileName, boolean inline) {}
