package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 13. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConditionalRequestsTest {

    private static final String RENAME = "{\"name\":\"Coffee\"}";

    private final TestServer server = TestServer.start();
    private final Api api = server.newUser();
    private final String project = api.newProject();

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "W/\"1\"", "\"0\", \"1\"", "*"})
    void whatTheClientHasAlreadyIsNotSentAgain(String known) {
        var reply = api.get(project, "If-None-Match", known).expect(304);

        assertEquals(0, reply.body().length);
        assertEquals("\"1\"", reply.etag());
        assertEquals(Optional.empty(), reply.header("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "\"1x\"", "\"\""})
    void whatTheClientDoesNotHaveIsSent(String known) {
        api.get(project, "If-None-Match", known).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "\"7\",\"1\"", "*"})
    void aChangeOfTheRevisionThatTheClientSawIsMade(String seen) {
        var fresh = api.newProject();

        var changed = api.json("PATCH", fresh, RENAME, request -> request.header("If-Match", seen));

        assertEquals("Coffee", changed.expect(200).string("name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"1\"", "\"x\"", "\"01\"", "\"999999999999999999999\""})
    void aChangeOfAnotherRevisionIsNotMade(String seen) {
        var fresh = api.newProject();

        api.json("PATCH", fresh, RENAME, request -> request.header("If-Match", seen))
                .expectProblem(412, "precondition_failed");
        api.send(api.request(fresh).header("If-Match", seen).DELETE()).expectProblem(412, "precondition_failed");

        assertEquals("\"1\"", api.get(fresh).expect(200).etag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1", "\"1\" \"2\"", "w/\"1\"", "\"1\",x"})
    void whatIsNoListOfTagsIsMalformed(String header) {
        api.json("PATCH", project, RENAME, request -> request.header("If-Match", header))
                .expectProblem(400, "malformed_request");
        api.get(project, "If-None-Match", header).expectProblem(400, "malformed_request");
    }

    @Test
    void aThingThatIsNotThereIsNotFoundWhateverTheCondition() {
        var missing = Routes.PROJECTS + "/01890000-0000-7000-8000-000000000000";

        api.send(api.request(missing).header("If-Match", "\"1\"").DELETE()).expectProblem(404, "not_found");
        api.get(missing, "If-None-Match", "*").expectProblem(404, "not_found");
    }
}
