package dev.atelier.testkit.memory;

import dev.atelier.port.out.file.BlobProperties;

/**
 * What is found at the address of an object.
 *
 * @param bytes all of the object, which nobody changes
 * @param properties how it is served
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copying megabytes would only cost
public record ServedObject(byte[] bytes, BlobProperties properties) {}
