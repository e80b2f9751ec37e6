package dev.atelier.port;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something outside did not do what it was asked. The adapter that knows it decides, once, which case it is.
 *
 * <p>The message is for operators: it names what was tried, and never holds a secret, a signed address or the text of a
 * user's document.
 */
public abstract sealed class PortFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Service service;

    private PortFailure(Service service, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.service = service;
    }

    /** Who failed. */
    public final Service service() {
        return service;
    }

    @Override
    public final String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** What is outside. */
    public enum Service {
        DATABASE,
        STORAGE,
        QUEUE,
        AUTH,
        TEXT_MODEL,
        IMAGE_MODEL,
        EMBEDDER,
        TEXT_EXTRACTOR,
        MODEL_CATALOG,
        WEB_SEARCH,
        MAIL
    }

    /** Nothing was done; the same call may succeed later. */
    public static final class Retryable extends PortFailure {
        private static final long serialVersionUID = 1L;

        private final boolean timeout;

        @SuppressWarnings("serial") // nobody serializes this
        private final Optional<Duration> retryAfter;

        private Retryable(
                Service service,
                String message,
                @Nullable Throwable cause,
                boolean timeout,
                Optional<Duration> retryAfter) {
            super(service, message, cause);
            this.timeout = timeout;
            this.retryAfter = retryAfter;
        }

        /** It could not be reached, or said that it cannot do it now. */
        public static Retryable unavailable(Service service, String message, Throwable cause) {
            return new Retryable(service, message, cause, false, Optional.empty());
        }

        /** It answered that it cannot do it now. */
        public static Retryable unavailable(Service service, String message) {
            return new Retryable(service, message, null, false, Optional.empty());
        }

        /** It asked to be left alone for a while. */
        public static Retryable busy(Service service, String message, Throwable cause, Duration retryAfter) {
            return new Retryable(service, message, cause, false, Optional.of(retryAfter));
        }

        /** It answered that it wants to be left alone for a while. */
        public static Retryable busy(Service service, String message, Duration retryAfter) {
            return new Retryable(service, message, null, false, Optional.of(retryAfter));
        }

        /** It took too long to answer something that may be asked again without harm. */
        public static Retryable timedOut(Service service, String message, Throwable cause) {
            return new Retryable(service, message, cause, true, Optional.empty());
        }

        /** It answered that it took too long. */
        public static Retryable timedOut(Service service, String message) {
            return new Retryable(service, message, null, true, Optional.empty());
        }

        public boolean isTimeout() {
            return timeout;
        }

        /** How long it asked to be left alone. */
        public Optional<Duration> retryAfter() {
            return retryAfter;
        }
    }

    /** Nothing was done, and the same call will fail again. */
    public static final class Permanent extends PortFailure {
        private static final long serialVersionUID = 1L;

        public Permanent(Service service, String message, Throwable cause) {
            super(service, message, cause);
        }

        public Permanent(Service service, String message) {
            super(service, message, null);
        }
    }

    /** It may have been done or not: the answer was lost. Look before doing it again, unless it is idempotent. */
    public static final class OutcomeUnknown extends PortFailure {
        private static final long serialVersionUID = 1L;

        public OutcomeUnknown(Service service, String message, Throwable cause) {
            super(service, message, cause);
        }

        public OutcomeUnknown(Service service, String message) {
            super(service, message, null);
        }
    }
}
