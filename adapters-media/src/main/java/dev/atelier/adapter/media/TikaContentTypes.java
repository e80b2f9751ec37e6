package dev.atelier.adapter.media;

import dev.atelier.port.out.file.ContentTypes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/**
 * Compares what is said with what Tika's signatures say, by the tree of types that it knows: everything binary is an {@code
 * octet-stream}, everything readable is {@code text/plain}, a document of an office is an archive.
 */
final class TikaContentTypes implements ContentTypes {

    private static final String OF_TIKA_ALONE = "x-tika-";

    /** One container each for all of them: whether there are pictures inside is not told by how it begins. */
    private static final Set<String> RECORDINGS = Set.of("audio", "video");

    /** What some browsers have called things, and Tika does not know. */
    private static final Map<MediaType, MediaType> NICKNAMES =
            Map.of(MediaType.image("jpg"), MediaType.image("jpeg"), MediaType.image("pjpeg"), MediaType.image("jpeg"));

    @Override
    public String detect(byte[] head) {
        return publicName(seen(head)).toString();
    }

    @Override
    public Optional<String> decide(String declared, byte[] head) {
        var said = said(declared);
        var seen = seen(head);
        if (said.equals(MediaType.OCTET_STREAM)) {
            return Optional.of(publicName(seen).toString());
        }
        if (isKindOf(seen, said) && !seen.equals(said)) {
            return Optional.of(publicName(seen).toString());
        }
        return Optional.of(declared).filter(words -> mayBe(said, seen));
    }

    private static MediaType said(String declared) {
        var type = Optional.ofNullable(MediaType.parse(declared))
                .orElse(MediaType.OCTET_STREAM)
                .getBaseType();
        return registry().normalize(NICKNAMES.getOrDefault(type, type));
    }

    private static boolean mayBe(MediaType said, MediaType seen) {
        if (saysNothing(seen)) {
            return !hasSignature(said) && (isText(seen) || !isText(said));
        }
        return isKindOf(said, seen)
                || (isText(said) && isText(seen))
                || (RECORDINGS.contains(said.getType()) && RECORDINGS.contains(seen.getType()));
    }

    private static boolean saysNothing(MediaType seen) {
        return seen.equals(MediaType.OCTET_STREAM) || seen.equals(MediaType.TEXT_PLAIN);
    }

    /** Texts have some, but need none. */
    private static boolean hasSignature(MediaType type) {
        try {
            return !isText(type) && types().forName(type.toString()).hasMagic();
        } catch (MimeTypeException unknown) {
            return false;
        }
    }

    private static boolean isText(MediaType type) {
        return isKindOf(type, MediaType.TEXT_PLAIN);
    }

    private static boolean isKindOf(MediaType special, MediaType general) {
        return registry().isInstanceOf(special, general);
    }

    private static MediaType seen(byte[] head) {
        try {
            return registry().normalize(types().detect(new ByteArrayInputStream(head), new Metadata()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tika has names of its own for families of types. */
    private static MediaType publicName(MediaType type) {
        return type.getSubtype().startsWith(OF_TIKA_ALONE) ? MediaType.OCTET_STREAM : type;
    }

    private static MimeTypes types() {
        return MimeTypes.getDefaultMimeTypes();
    }

    private static MediaTypeRegistry registry() {
        return types().getMediaTypeRegistry();
    }
}
