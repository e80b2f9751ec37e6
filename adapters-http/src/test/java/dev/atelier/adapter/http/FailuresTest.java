package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.atelier.domain.error.DomainException;
import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client is told when something behind the API refuses or fails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailuresTest {

    private static final String PROJECT = Routes.PROJECTS + "/01890000-0000-7000-8000-000000000000";
    private static final String SECRET = "jdbc:postgresql://db.internal/secret";

    private final AtomicReference<RuntimeException> outcome = new AtomicReference<>();
    private final TestServer server =
            TestServer.start(TestServer.SETTINGS, ports -> Ports.with(ports, new StubProjects(outcome::get)));
    private final Api api = server.newUser();

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(unavailable(Service.DATABASE), 503, "database_unavailable", "5"),
                Arguments.of(unavailable(Service.STORAGE), 503, "storage_unavailable", "5"),
                Arguments.of(unavailable(Service.QUEUE), 503, "queue_unavailable", "5"),
                Arguments.of(unavailable(Service.TEXT_MODEL), 502, "upstream_failed", "5"),
                Arguments.of(unavailable(Service.EMBEDDER), 502, "upstream_failed", "5"),
                Arguments.of(unavailable(Service.TEXT_EXTRACTOR), 502, "upstream_failed", "5"),
                Arguments.of(unavailable(Service.MODEL_CATALOG), 502, "upstream_failed", "5"),
                Arguments.of(unavailable(Service.WEB_SEARCH), 502, "upstream_failed", "5"),
                Arguments.of(unavailable(Service.MAIL), 502, "upstream_failed", "5"),
                Arguments.of(unavailable(Service.IMAGE_MODEL), 502, "upstream_failed", "5"),
                Arguments.of(
                        PortFailure.Retryable.timedOut(Service.STORAGE, SECRET, cause()), 504, "upstream_timeout", "5"),
                Arguments.of(
                        PortFailure.Retryable.busy(Service.TEXT_MODEL, SECRET, cause(), Duration.ofMillis(7_200)),
                        502,
                        "upstream_failed",
                        "8"),
                Arguments.of(new PortFailure.Permanent(Service.STORAGE, SECRET), 502, "upstream_failed", "60"),
                Arguments.of(
                        new PortFailure.OutcomeUnknown(Service.DATABASE, SECRET, cause()),
                        503,
                        "database_unavailable",
                        "5"));
    }

    private static Throwable cause() {
        return new IOException(SECRET);
    }

    private static PortFailure unavailable(Service service) {
        return PortFailure.Retryable.unavailable(service, SECRET, cause());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureOfTheOutsideSaysWhoFailedAndWhenToComeAgain(
            RuntimeException failure, int status, String code, String retryAfter) {
        outcome.set(failure);

        var reply = api.get(Routes.PROJECTS).expectProblem(status, code);

        assertEquals(Optional.of(retryAfter), reply.header("Retry-After"));
        assertFalse(reply.text().contains(SECRET));
    }

    @Test
    void aFaultOfOursShowsNothingOfTheInside() {
        for (var fault : new RuntimeException[] {
            new IllegalStateException(SECRET), new PortFailure.Permanent(Service.DATABASE, SECRET)
        }) {
            outcome.set(fault);

            var reply = api.get(Routes.PROJECTS).expectProblem(500, "internal_error");

            assertFalse(reply.text().contains(SECRET));
            assertEquals(Optional.empty(), reply.header("Retry-After"));
        }
    }

    @Test
    void evenAnErrorOfTheMachineIsAnswered() {
        outcome.set(new RuntimeException("unused"));
        try (var broken = TestServer.start(
                TestServer.SETTINGS,
                ports -> Ports.with(ports, new StubProjects(() -> {
                    throw new StackOverflowError(SECRET);
                })))) {
            broken.newUser().get(Routes.PROJECTS).expectProblem(500, "internal_error");
        }
    }

    @Test
    void aStateThatDoesNotAllowItIsAConflict() {
        var problem = FailureProblems.of(new DomainException.InvalidState("completed", "pause"), false);

        assertEquals(ProblemCode.INVALID_STATE, problem.code());
        assertEquals("This cannot be done while it is completed.", problem.detail());
    }

    @Test
    void whoDidNotSayWhichRevisionIsToldOfAConflict() {
        outcome.set(new DomainException.RevisionMismatch(7));
        api.patch(PROJECT, "{}").expectProblem(409, "version_conflict");
    }

    @Test
    void whoDidIsToldThatItIsNotTheCurrentOne() {
        outcome.set(new DomainException.RevisionMismatch(7));
        api.json("PATCH", PROJECT, "{}", request -> request.header("If-Match", "\"6\""))
                .expectProblem(412, "precondition_failed");
    }
}
