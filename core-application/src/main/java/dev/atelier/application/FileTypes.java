package dev.atelier.application;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.port.out.file.ContentTypes;

/** Says of what type a file is, and refuses what is another one than was said. */
final class FileTypes {

    private final ContentTypes types;

    FileTypes(ContentTypes types) {
        this.types = types;
    }

    /**
     * The type that the bytes have, in the words of {@code declared} where these say more.
     *
     * @param head the first {@link ContentTypes#HEAD_BYTES} bytes
     * @throws DomainException.ValidationFailed ({@code contentType}) when they are something else
     */
    FileDetails decide(FileDetails declared, byte[] head) {
        var type = types.decide(declared.contentType(), head).orElseThrow(() -> mismatch(declared, types.detect(head)));
        return new FileDetails(declared.name(), type);
    }

    static DomainException mismatch(FileDetails declared, String actual) {
        return new DomainException.ValidationFailed(
                "contentType", "is %s, but the content is %s".formatted(declared.contentType(), actual));
    }
}
