package dev.atelier.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.domain.document.Attachment;
import dev.atelier.domain.document.Document;
import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.search.ExtractedText;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.search.TextExtractor;
import dev.atelier.port.out.search.TextExtractor.Extraction;
import dev.atelier.port.out.search.TextExtractor.Extraction.Extracted;
import dev.atelier.port.out.search.TextExtractor.Extraction.Refused;
import dev.atelier.port.out.search.TextExtractor.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/**
 * Reads the text of a document: its content, or, as long as there is none, its file. What was read from a file becomes its content,
 * where it can be looked at, and passages have their place.
 */
final class DocumentReader {

    static final UnreadableDocument TOO_LONG =
            new UnreadableDocument("Its text is longer than %,d characters. Split it into several documents."
                    .formatted(DocumentDetails.CONTENT_MAX));
    private static final UnreadableDocument NO_FILE = new UnreadableDocument("Its file is gone. Upload it again.");
    private static final ExtractedText EMPTY = new ExtractedText("", List.of());

    /** Of the longest content, in UTF-8. */
    private static final int MARKDOWN_MAX_BYTES = 4 * DocumentDetails.CONTENT_MAX;

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final TextExtractor extractor;
    private final BlobStorage blobs;

    DocumentReader(TextExtractor extractor, BlobStorage blobs) {
        this.extractor = extractor;
        this.blobs = blobs;
    }

    DocumentReading read(Document document) {
        var details = document.details();
        if (details.mediaType() == MediaType.IMAGE) {
            return ofContent(MediaType.TEXT, details.title() + "\n\n" + details.content(), details.content());
        }
        if (details.content().isBlank() && document.attachment().isPresent()) {
            return ofFile(details.mediaType(), document.attachment().get());
        }
        return ofContent(typeOfContent(details.mediaType()), details.content(), details.content());
    }

    /** The content of what came as a file is the text that was read from it. */
    private static MediaType typeOfContent(MediaType type) {
        return switch (type) {
            case TEXT, IMAGE, PDF, DOCX -> MediaType.TEXT;
            case HTML, MARKDOWN -> type;
        };
    }

    private DocumentReading ofContent(MediaType type, String text, String content) {
        if (text.isBlank()) {
            return new ReadDocument(EMPTY, content, text);
        }
        return switch (extractor.extract(type, new ByteArrayInputStream(text.getBytes(UTF_8)))) {
            case Extracted extracted -> new ReadDocument(extracted.text(), content, text);
            case Refused refused ->
                refused.reason() == Reason.NO_TEXT
                        ? new ReadDocument(EMPTY, content, text)
                        : new UnreadableDocument(refused.reason().sentence());
        };
    }

    private DocumentReading ofFile(MediaType type, Attachment attachment) {
        var object = blobs.open(attachment.key());
        if (object.isEmpty()) {
            return NO_FILE;
        }
        try (var blob = object.get()) {
            return type == MediaType.MARKDOWN ? ofMarkdown(blob.body()) : reading(extractor.extract(type, blob.body()));
        } catch (IOException | UncheckedIOException e) {
            throw PortFailure.Retryable.unavailable(
                    PortFailure.Service.STORAGE, "storage: a document cannot be read to its end", e);
        }
    }

    /** Its headings and lists are for its owner as well, who goes on writing it: the content is the file as it is, if that is UTF-8. */
    private DocumentReading ofMarkdown(InputStream file) throws IOException {
        var bytes = file.readNBytes(MARKDOWN_MAX_BYTES + 1);
        if (bytes.length > MARKDOWN_MAX_BYTES) {
            return TOO_LONG;
        }
        try {
            var source = Texts.storable(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().replace(BYTE_ORDER_MARK, ""));
            return source.codePointCount(0, source.length()) > DocumentDetails.CONTENT_MAX
                    ? TOO_LONG
                    : reading(extractor.extract(MediaType.MARKDOWN, new ByteArrayInputStream(bytes)), source);
        } catch (CharacterCodingException e) {
            return reading(extractor.extract(MediaType.MARKDOWN, new ByteArrayInputStream(bytes)));
        }
    }

    private static DocumentReading reading(Extraction extraction, String source) {
        return switch (extraction) {
            case Extracted extracted -> new ReadDocument(extracted.text(), source, source);
            case Refused refused -> new UnreadableDocument(refused.reason().sentence());
        };
    }

    private static DocumentReading reading(Extraction extraction) {
        return switch (extraction) {
            case Extracted extracted -> {
                var text = extracted.text().text();
                yield text.codePointCount(0, text.length()) > DocumentDetails.CONTENT_MAX
                        ? TOO_LONG
                        : new ReadDocument(extracted.text(), text, text);
            }
            case Refused refused -> new UnreadableDocument(refused.reason().sentence());
        };
    }
}
