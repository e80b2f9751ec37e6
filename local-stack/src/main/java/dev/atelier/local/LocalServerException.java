package dev.atelier.local;

/** A local server could not be started; the message says which, why, and what can be done. */
public final class LocalServerException extends RuntimeException {

    LocalServerException(String message) {
        super(message);
    }

    LocalServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
