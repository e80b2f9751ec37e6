package dev.atelier.domain.error;

import java.util.List;

/**
 * What the core refuses. Each case carries data; those who speak to people word it, through one exhaustive
 * {@code switch}. The message here is for logs and embedders.
 */
public abstract sealed class DomainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private DomainException(String message) {
        super(message);
    }

    /** The thing does not exist, or belongs to somebody else; which of the two is never told. */
    public static final class NotFound extends DomainException {
        private static final long serialVersionUID = 1L;

        /** @param thing what was looked for, one word: {@code project} */
        public NotFound(String thing) {
            super(thing + " not found");
        }
    }

    /** The input breaks rules; all that it breaks are told. */
    public static final class ValidationFailed extends DomainException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // List.copyOf is serializable, and nobody serializes this
        private final List<Violation> violations;

        public ValidationFailed(List<Violation> violations) {
            super("invalid: " + violations);
            this.violations = List.copyOf(violations);
        }

        public ValidationFailed(String field, String message) {
            this(List.of(new Violation(field, message)));
        }

        public List<Violation> violations() {
            return violations;
        }
    }

    /** The definition of a workflow cannot run; all that is wrong is told. */
    public static final class WorkflowInvalid extends DomainException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // as above
        private final List<WorkflowFault> faults;

        public WorkflowInvalid(List<WorkflowFault> faults) {
            super("invalid workflow: " + faults);
            this.faults = List.copyOf(faults);
        }

        public List<WorkflowFault> faults() {
            return faults;
        }
    }

    /** The caller changes a revision that is no longer, or not yet, the current one. */
    public static final class RevisionMismatch extends DomainException {
        private static final long serialVersionUID = 1L;

        private final long current;

        public RevisionMismatch(long current) {
            super("the current revision is " + current);
            this.current = current;
        }

        public long current() {
            return current;
        }
    }

    /** The thing is in a state that does not allow what was asked. */
    public static final class InvalidState extends DomainException {
        private static final long serialVersionUID = 1L;

        private final String state;

        /**
         * @param state the state it is in, as it is spelled outside
         * @param asked what was asked, a verb
         */
        public InvalidState(String state, String asked) {
            super("cannot " + asked + " while " + state);
            this.state = state;
        }

        public String state() {
            return state;
        }
    }

    /** What was asked for might cost more than the user may spend on one day. */
    public static final class CostLimitReached extends DomainException {
        private static final long serialVersionUID = 1L;

        /** @param why which limit that is, and what has been spent; a sentence for the user */
        public CostLimitReached(String why) {
            super(why);
        }
    }

    /** A file is not wholly where its owner was to send it. */
    public static final class UploadIncomplete extends DomainException {
        private static final long serialVersionUID = 1L;

        private final long expectedBytes;

        /** @param expectedBytes how large it was to be */
        public UploadIncomplete(long expectedBytes) {
            super("the upload of " + expectedBytes + " bytes is not complete");
            this.expectedBytes = expectedBytes;
        }

        public long expectedBytes() {
            return expectedBytes;
        }
    }

    /** A body is larger than the limit. */
    public static final class TooLarge extends DomainException {
        private static final long serialVersionUID = 1L;

        private final long limitBytes;

        public TooLarge(long limitBytes) {
            super("larger than " + limitBytes + " bytes");
            this.limitBytes = limitBytes;
        }

        public long limitBytes() {
            return limitBytes;
        }
    }

    /** The identity provider vouches for the user, but Atelier has no such user (any more). */
    public static final class UserNotProvisioned extends DomainException {
        private static final long serialVersionUID = 1L;

        public UserNotProvisioned() {
            super("user not provisioned");
        }
    }

    /** The idempotency key was used for another request. */
    public static final class IdempotencyKeyReused extends DomainException {
        private static final long serialVersionUID = 1L;

        public IdempotencyKeyReused() {
            super("idempotency key reused");
        }
    }
}
