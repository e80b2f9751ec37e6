package dev.atelier.adapter.http;

import dev.atelier.domain.error.DomainException;
import dev.atelier.port.PortFailure;
import java.time.Duration;
import java.util.Optional;

/** How refusals of the core and failures of the outside are worded. */
final class FailureProblems {

    private static final String RETRY_AFTER = "Retry-After";
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofMinutes(1);

    private FailureProblems() {}

    /** @param conditional whether the request said which revision it wants to change */
    static Problem of(DomainException refusal, boolean conditional) {
        return switch (refusal) {
            case DomainException.NotFound ignored -> notFound();
            case DomainException.ValidationFailed invalid ->
                Problem.of(ProblemCode.VALIDATION_FAILED, "The request breaks the rules listed in errors.")
                        .withErrors(invalid.violations());
            case DomainException.WorkflowInvalid invalid ->
                Problem.of(ProblemCode.WORKFLOW_INVALID, "The workflow has the faults listed in errors.")
                        .withErrors(invalid.faults().stream()
                                .map(WorkflowFaultJson::of)
                                .toList());
            case DomainException.RevisionMismatch mismatch -> mismatch(mismatch, conditional);
            case DomainException.InvalidState state ->
                Problem.of(ProblemCode.INVALID_STATE, "This cannot be done while it is " + state.state() + ".");
            case DomainException.CostLimitReached limit ->
                Problem.of(ProblemCode.TOO_MANY_REQUESTS, String.valueOf(limit.getMessage()));
            case DomainException.UploadIncomplete upload ->
                Problem.of(
                        ProblemCode.UPLOAD_INCOMPLETE,
                        "The %d bytes of the file have not arrived at its address yet. Send them, then try again."
                                .formatted(upload.expectedBytes()));
            case DomainException.TooLarge tooLarge -> tooLarge(tooLarge.limitBytes());
            case DomainException.UserNotProvisioned ignored ->
                Problem.of(ProblemCode.USER_NOT_PROVISIONED, "The token is valid, but its user does not exist here.");
            case DomainException.IdempotencyKeyReused ignored ->
                Problem.of(
                        ProblemCode.IDEMPOTENCY_KEY_REUSED, "The Idempotency-Key was used before for another request.");
        };
    }

    static Problem notFound() {
        return Problem.of(ProblemCode.NOT_FOUND, "There is nothing at this address.");
    }

    static Problem tooLarge(long limitBytes) {
        return Problem.of(ProblemCode.TOO_LARGE, "The body is larger than the limit of " + limitBytes + " bytes.");
    }

    static Problem internalError() {
        return Problem.of(
                ProblemCode.INTERNAL_ERROR,
                "Something went wrong on our side. The requestId helps us to find out what.");
    }

    private static Problem mismatch(DomainException.RevisionMismatch mismatch, boolean conditional) {
        var current = EntityTag.ofRevision(mismatch.current()).text();
        return conditional
                ? Problem.of(
                        ProblemCode.PRECONDITION_FAILED, "If-Match does not name the current ETag, " + current + ".")
                : Problem.of(ProblemCode.VERSION_CONFLICT, "Others were changing it at the same time. Try again.");
    }

    static Problem of(PortFailure failure) {
        return switch (failure) {
            case PortFailure.Retryable retryable ->
                retryable.isTimeout()
                        ? upstream(ProblemCode.UPSTREAM_TIMEOUT, "took too long to answer", retryable, SOON)
                        : upstream(unavailable(retryable), "is not available", retryable, wait(retryable));
            case PortFailure.Permanent permanent ->
                permanent.service() == PortFailure.Service.DATABASE
                        ? internalError() // it was there and understood us: the fault is ours
                        : upstream(ProblemCode.UPSTREAM_FAILED, "did not do its part", permanent, LATER);
            case PortFailure.OutcomeUnknown unknown ->
                upstream(
                        unavailable(unknown),
                        "did not answer, so it is not known whether the request was carried out",
                        unknown,
                        SOON);
        };
    }

    private static Duration wait(PortFailure.Retryable failure) {
        return Optional.of(failure).flatMap(PortFailure.Retryable::retryAfter).orElse(SOON);
    }

    private static ProblemCode unavailable(PortFailure failure) {
        return switch (failure.service()) {
            case DATABASE -> ProblemCode.DATABASE_UNAVAILABLE;
            case STORAGE -> ProblemCode.STORAGE_UNAVAILABLE;
            case QUEUE -> ProblemCode.QUEUE_UNAVAILABLE;
            case AUTH, TEXT_MODEL, IMAGE_MODEL, EMBEDDER, TEXT_EXTRACTOR, MODEL_CATALOG, WEB_SEARCH, MAIL ->
                ProblemCode.UPSTREAM_FAILED;
        };
    }

    private static Problem upstream(ProblemCode code, String what, PortFailure failure, Duration wait) {
        return Problem.of(code, "%s %s.".formatted(name(failure), what))
                .withHeader(
                        RETRY_AFTER,
                        Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    private static String name(PortFailure failure) {
        return switch (failure.service()) {
            case DATABASE -> "The database";
            case STORAGE -> "The file storage";
            case QUEUE -> "The queue";
            case AUTH -> "The sign-in service";
            case TEXT_MODEL -> "The text model";
            case IMAGE_MODEL -> "The image model";
            case EMBEDDER -> "The model for search";
            case TEXT_EXTRACTOR -> "The reader of documents";
            case MODEL_CATALOG -> "The list of models";
            case WEB_SEARCH -> "The web search";
            case MAIL -> "The mail service";
        };
    }
}
