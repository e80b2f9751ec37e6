package dev.atelier.domain.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.error.DomainException;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileDetailsTest {

    @ParameterizedTest
    @CsvSource({
        "photo.png, photo.png",
        "../../etc/passwd, passwd",
        "C:\\Users\\ada\\photo.png, photo.png",
        "日本語 (1).txt, 日本語 (1).txt",
        "a/b\\c, c"
    })
    void of_a_path_only_the_name_is_kept(String given, String kept) {
        assertEquals(kept, new FileDetails(given, "text/plain").name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "folder/", "  ", "a\r\nSet-Cookie: b", "a\u0085b"})
    void a_name_that_is_none_is_refused(String given) {
        assertThrows(DomainException.ValidationFailed.class, () -> new FileDetails(given, "text/plain"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "image/svg+xml",
                "text/plain; charset=utf-8",
                "text/plain;charset=\"utf-8\"; format=flowed",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            })
    void media_types_are_taken(String type) {
        assertEquals(type, new FileDetails("x", type).contentType());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "png", "image/", "/png", "image/png\r\nX: y", "image /png", "a/b; c", "image/png;x=\"\0\""})
    void what_is_no_media_type_is_refused(String type) {
        assertThrows(DomainException.ValidationFailed.class, () -> new FileDetails("x", type));
    }

    @Test
    void keys_cannot_be_guessed_and_say_nothing() {
        var random = new SecureRandom();
        var key = ObjectKey.generate(random);

        assertTrue(key.value().matches("files/[A-Za-z0-9_-]{32}"), key::value);
        assertNotEquals(key, ObjectKey.generate(random));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", "../a", "a/../b", "a b", "ä", ".a"})
    void what_could_lead_elsewhere_is_no_key(String value) {
        assertThrows(IllegalArgumentException.class, () -> new ObjectKey(value));
    }

    @Test
    void content_has_a_size_and_a_digest() {
        assertThrows(IllegalArgumentException.class, () -> new Content(-1, "0".repeat(64)));
        assertThrows(IllegalArgumentException.class, () -> new Content(1, "0".repeat(63)));
        assertThrows(IllegalArgumentException.class, () -> new Content(1, "A".repeat(64)));
    }
}
