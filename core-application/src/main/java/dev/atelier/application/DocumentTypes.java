package dev.atelier.application;

import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.FileDetails;
import java.util.Locale;

/** What documents that were uploaded are made of. */
final class DocumentTypes {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private DocumentTypes() {}

    /** @throws DomainException.ValidationFailed ({@code file}) when no document is made of such a file */
    static MediaType of(FileDetails file) {
        var type = Presentation.mediaType(file.contentType());
        return switch (type) {
            case "application/pdf" -> MediaType.PDF;
            case DOCX -> MediaType.DOCX;
            case "text/html", "application/xhtml+xml" -> MediaType.HTML;
            case "text/markdown", "text/x-markdown", "text/x-web-markdown" -> MediaType.MARKDOWN;
            default -> {
                if (type.startsWith("image/")) {
                    yield MediaType.IMAGE;
                }
                if (type.startsWith("text/")) {
                    yield isNamedMarkdown(file) ? MediaType.MARKDOWN : MediaType.TEXT;
                }
                throw new DomainException.ValidationFailed(
                        "file",
                        "must be a PDF, a Word document (.docx), HTML, Markdown, plain text or an image, not "
                                + file.contentType());
            }
        };
    }

    private static boolean isNamedMarkdown(FileDetails file) {
        var name = file.name().toLowerCase(Locale.ROOT);
        return name.endsWith(".md") || name.endsWith(".markdown");
    }
}
