package dev.atelier.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Optional;

/** The attributes beside a file's content in which the S3 endpoint keeps what it was told of an object. */
final class ExtendedAttributes {

    private ExtendedAttributes() {}

    /**
     * Makes sure that files in a directory can have them: the endpoint would silently do without, and every object lose its
     * content type.
     */
    static void requireIn(Path directory) {
        try {
            Path probe = Files.createTempFile(directory, "attributes", ".probe");
            try {
                write(probe, directory);
            } finally {
                Files.delete(probe);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory " + directory + " cannot be used", e);
        }
    }

    private static void write(Path probe, Path directory) {
        Optional<UserDefinedFileAttributeView> attributes =
                Optional.ofNullable(Files.getFileAttributeView(probe, UserDefinedFileAttributeView.class));
        try {
            attributes
                    .orElseThrow(() -> new FileSystemException("no user-defined attributes"))
                    .write("probe", ByteBuffer.wrap(new byte[] {1}));
        } catch (IOException e) {
            throw new LocalServerException(
                    "The file system of " + directory + " has no extended attributes, in which the S3 endpoint keeps"
                            + " content types: choose a data directory on another one.",
                    e);
        }
    }
}
