package dev.atelier.testkit.memory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.atelier.domain.file.FileDetails;
import dev.atelier.port.out.file.ContentTypes;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A handful of types, told by how their bytes begin. */
final class KnownContentTypes implements ContentTypes {

    private static final String TEXT = "text/plain";
    private static final String XML = "application/xml";
    private static final String SVG = "image/svg+xml";
    private static final String ZIP = "application/zip";
    private static final Set<String> MARKUP = Set.of("text/html", XML, SVG);
    private static final Map<String, String> BEGINNINGS = new LinkedHashMap<>();

    static {
        BEGINNINGS.put("\u0089PNG\r\n\u001a\n", "image/png");
        BEGINNINGS.put("\u00ff\u00d8\u00ff", "image/jpeg");
        BEGINNINGS.put("GIF8", "image/gif");
        BEGINNINGS.put("%PDF-", "application/pdf");
        BEGINNINGS.put("PK\u0003\u0004", ZIP);
        BEGINNINGS.put("<!doctype html", "text/html");
        BEGINNINGS.put("<html", "text/html");
        BEGINNINGS.put("<svg", SVG);
        BEGINNINGS.put("<?xml", XML);
    }

    @Override
    public String detect(byte[] head) {
        var text = new String(head, ISO_8859_1);
        return BEGINNINGS.entrySet().stream()
                .filter(entry -> text.regionMatches(
                        true, 0, entry.getKey(), 0, entry.getKey().length()))
                .map(Map.Entry::getValue)
                .map(type -> type.equals(XML) && text.contains("<svg") ? SVG : type)
                .findFirst()
                .orElseGet(() -> isText(text) ? TEXT : FileDetails.UNKNOWN_CONTENT_TYPE);
    }

    @Override
    public Optional<String> decide(String declared, byte[] head) {
        var said = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).replace("text/xml", XML);
        var seen = detect(head);
        if (said.equals(FileDetails.UNKNOWN_CONTENT_TYPE)) {
            return Optional.of(seen);
        }
        if (said.equals(seen)) {
            return Optional.of(declared);
        }
        if (isText(said, seen)) {
            boolean moreSpecial = MARKUP.contains(seen) && (said.equals(TEXT) || MARKUP.contains(said));
            return Optional.of(moreSpecial ? seen : declared);
        }
        boolean hasSignature = said.matches("(image|audio|video)/.*|application/pdf");
        boolean mayBe = (seen.equals(ZIP) || seen.equals(TEXT) || seen.equals(FileDetails.UNKNOWN_CONTENT_TYPE))
                && said.startsWith("application/")
                && !hasSignature;
        return mayBe ? Optional.of(declared) : Optional.empty();
    }

    private static boolean isText(String said, String seen) {
        return (said.startsWith("text/") || MARKUP.contains(said)) && (seen.equals(TEXT) || MARKUP.contains(seen));
    }

    private static boolean isText(String text) {
        return !text.isEmpty() && text.chars().noneMatch(c -> c < ' ' && "\t\n\f\r\u001b".indexOf(c) < 0);
    }
}
