package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountTest {

    private static final String ME = Routes.API + "/me";

    private final TestServer server = TestServer.start();

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void usersSeeThemselves() {
        var api = server.newUser();

        var me = api.get(ME).expect(200);

        assertEquals(api.user().value().toString(), me.string("id"));
        assertEquals("somebody@example.com", me.string("email"));
        assertEquals("", me.string("fullName"));
        assertEquals(4, me.json().size());
        assertEquals("\"1\"", me.etag());
    }

    @Test
    void usersSayWhatTheyAreCalled() {
        var api = server.newUser();

        var changed = api.patch(ME, "{\"fullName\":\"Ada Lovelace\"}").expect(200);

        assertEquals("Ada Lovelace", changed.string("fullName"));
        assertEquals("\"2\"", changed.etag());
        assertEquals(changed.json(), api.get(ME).json());
    }

    @Test
    void nothingElseOfThemIsTheirsToChange() {
        var api = server.newUser();

        api.patch(ME, "{\"email\":\"other@example.com\"}").expectProblem(400, "malformed_request");
        api.patch(ME, "{\"fullName\":\"" + "x".repeat(201) + "\"}")
                .expectProblem(422, "validation_failed")
                .expectFault("fullName");
    }
}
