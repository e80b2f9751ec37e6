package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectsTest {

    private final TestServer server = TestServer.start();
    private final Api api = server.newUser();

    @BeforeAll
    void othersHaveProjectsToo() {
        server.newUser().newProject();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aNewProjectIsAnsweredWithAllOfItAndWhereItIs() {
        var created = api.post(Routes.PROJECTS, "{\"name\":\"Tea\",\"description\":\"Green\"}")
                .expect(201);

        var id = created.string("id");
        assertEquals(7, UUID.fromString(id).version());
        assertEquals("Tea", created.string("name"));
        assertEquals("Green", created.string("description"));
        assertTrue(Instant.parse(created.string("createdAt"))
                .isBefore(Instant.now().plusSeconds(1)));
        assertEquals(created.string("createdAt"), created.string("updatedAt"));
        assertEquals(5, created.json().size());
        assertEquals(Optional.of(Routes.PROJECTS + "/" + id), created.header("Location"));
        assertEquals("\"1\"", created.etag());
        assertEquals(Optional.of("application/json"), created.header("Content-Type"));
        assertEquals(
                created.json(), api.get(Routes.PROJECTS + "/" + id).expect(200).json());
    }

    @Test
    void anythingThatIsWrongIsToldAtOnce() {
        api.post(Routes.PROJECTS, "{\"description\":\"" + "x".repeat(2001) + "\"}")
                .expectProblem(422, "validation_failed")
                .expectFault("name")
                .expectFault("description");
        api.post(Routes.PROJECTS, "{\"name\":\" \"}")
                .expectProblem(422, "validation_failed")
                .expectFault("name");
        api.post(Routes.PROJECTS, "{\"name\":null}")
                .expectProblem(422, "validation_failed")
                .expectFault("name");
    }

    @Test
    void aPatchChangesWhatItNamesAndLeavesTheRest() {
        var project = api.newProject();

        var changed = api.patch(project, "{\"description\":\"Black\"}").expect(200);

        assertEquals("Tea", changed.string("name"));
        assertEquals("Black", changed.string("description"));
        assertEquals("\"2\"", changed.etag());
        assertEquals(changed.json(), api.get(project).json());
    }

    @Test
    void aPatchThatBreaksARuleChangesNothing() {
        var project = api.newProject();

        api.patch(project, "{\"name\":\"\"}")
                .expectProblem(422, "validation_failed")
                .expectFault("name");

        assertEquals("\"1\"", api.get(project).etag());
    }

    @Test
    void aDeletedProjectIsGone() {
        var project = api.newProject();

        var deleted = api.delete(project).expect(204);

        assertEquals(0, deleted.body().length);
        assertEquals(Optional.empty(), deleted.header("Content-Type"));
        api.get(project).expectProblem(404, "not_found");
        api.delete(project).expectProblem(404, "not_found");
    }

    @Test
    void whatBelongsToSomebodyElseLooksLikeWhatDoesNotExist() {
        var theirs = server.newUser().newProject();

        var denied = api.get(theirs).expectProblem(404, "not_found");
        var missing = api.get(Routes.PROJECTS + "/" + UUID.randomUUID()).expectProblem(404, "not_found");

        assertEquals(missing.string("detail"), denied.string("detail"));
        api.patch(theirs, "{\"name\":\"Mine\"}").expectProblem(404, "not_found");
        api.delete(theirs).expectProblem(404, "not_found");
    }

    @Test
    void anIdThatNothingCanHaveIsNotFound() {
        for (var id : new String[] {"1", "1-1-1-1-1", "me", "%20", "00000000-0000-7000-8000-00000000000g"}) {
            api.get(Routes.PROJECTS + "/" + id).expectProblem(404, "not_found");
        }
    }

    @Test
    void aListRunsFromTheNewestToTheOldestInPages() {
        var owner = server.newUser();
        var expected = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            expected.addFirst(owner.newProject());
        }

        var listed = new ArrayList<String>();
        var next = Routes.PROJECTS + "?limit=2";
        while (!next.isEmpty()) {
            var page = owner.get(next).expect(200).json();
            page.path("items")
                    .forEach(item ->
                            listed.add(Routes.PROJECTS + "/" + item.path("id").asText()));
            next = page.path("nextCursor").isNull()
                    ? ""
                    : Routes.PROJECTS + "?limit=2&cursor="
                            + page.path("nextCursor").asText();
        }

        assertEquals(expected, listed);
    }

    @Test
    void whatIsCreatedMeanwhileNeitherRepeatsNorHidesAnything() {
        var owner = server.newUser();
        owner.newProject();
        owner.newProject();
        owner.newProject();
        var first = owner.get(Routes.PROJECTS + "?limit=2").json();
        owner.newProject();

        var second = owner.get(Routes.PROJECTS + "?limit=2&cursor="
                        + first.path("nextCursor").asText())
                .json();

        assertEquals(1, second.path("items").size());
        assertTrue(second.path("nextCursor").isNull());
        assertFalse(first.path("items")
                .toString()
                .contains(second.path("items").path(0).path("id").asText()));
    }

    @Test
    void aLimitOutOfItsRangeIsRefused() {
        for (var limit : new String[] {"0", "101", "-1", "x", "", "1.5", "99999999999"}) {
            api.get(Routes.PROJECTS + "?limit=" + limit)
                    .expectProblem(422, "validation_failed")
                    .expectFault("limit");
        }
        api.get(Routes.PROJECTS + "?limit=100").expect(200);
        api.get(Routes.PROJECTS + "?limit=1").expect(200);
    }

    @Test
    void aCursorThatNoListHasGivenIsRefused() {
        for (var cursor :
                new String[] {"", "x", "AAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAA%2B%2B"
                }) {
            api.get(Routes.PROJECTS + "?cursor=" + cursor).expectProblem(400, "invalid_cursor");
        }
    }
}
