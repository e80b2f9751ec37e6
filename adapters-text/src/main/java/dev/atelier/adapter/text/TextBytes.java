package dev.atelier.adapter.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.port.out.search.TextExtractor;
import dev.atelier.port.out.search.TextExtractor.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a text of which nobody has said in what encoding it is. */
final class TextBytes {

    /** More cannot be read: UTF-8 takes up to three bytes for each UTF-16 unit, and markup may take as much again. */
    private static final long MAX = 6L * TextExtractor.TEXT_MAX;

    /** What Windows writes where it does not write Unicode; it gives a meaning to what ISO 8859-1 leaves to control characters. */
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** One in so many characters may be one that no text holds. */
    private static final int TEXT_PER_CONTROL = 20;

    private TextBytes() {}

    /** @throws Unreadable when there are more than any text has */
    static byte[] of(Path file) throws IOException {
        if (Files.size(file) > MAX) {
            throw new Unreadable(Reason.TOO_LARGE);
        }
        return Files.readAllBytes(file);
    }

    /**
     * The text that they are: in the encoding of their byte order mark, else in UTF-8 if they can be, else in Windows-1252.
     *
     * @throws Unreadable when they are no text
     */
    static String decode(byte[] bytes) {
        var text = inKnownEncoding(bytes);
        var unmarked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        long controls = unmarked.chars()
                .filter(character -> Character.isISOControl(character) && !Character.isWhitespace(character))
                .count();
        if (controls * TEXT_PER_CONTROL > unmarked.length()) {
            throw new Unreadable(Reason.BROKEN);
        }
        return unmarked;
    }

    private static String inKnownEncoding(byte[] bytes) {
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, UTF_16LE);
        }
        return new String(bytes, isUtf8(bytes) ? UTF_8 : WINDOWS);
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** The bytes that a text in UTF-8 could be. */
    static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
