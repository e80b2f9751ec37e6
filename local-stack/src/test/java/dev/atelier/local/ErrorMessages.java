package dev.atelier.local;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the message of an error must tell. */
final class ErrorMessages {

    private ErrorMessages() {}

    static void assertSays(Throwable error, String... parts) {
        String message = String.valueOf(error.getMessage());
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }
}
