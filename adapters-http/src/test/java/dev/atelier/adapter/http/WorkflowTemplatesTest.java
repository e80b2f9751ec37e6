package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.domain.workflow.WorkflowTemplate;
import dev.atelier.domain.workflow.WorkflowTemplate.Language;
import dev.atelier.json.ValueJson;
import dev.atelier.json.template.BuiltInTemplates;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkflowTemplatesTest {

    private static final String TEMPLATES = Routes.API + "/workflow-templates";
    private static final WorkflowTemplate BLOG = BuiltInTemplates.all().get(2);

    private final TestServer server = TestServer.start();
    private final Api api = server.newUser();

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theyAreListedWithTheirDefinitions() {
        var listed = api.get(TEMPLATES).expect(200);

        assertEquals(
                BuiltInTemplates.all().stream().map(WorkflowTemplate::id).toList(),
                listed.json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("id").asText())
                        .toList());
        assertTrue(listed.json().path("nextCursor").isNull());
        var blog = listed.json().path("items").path(2);
        assertEquals(BLOG.in(Language.ENGLISH).name(), blog.path("name").asText());
        assertEquals(definition(), blog.path("definition"));
        assertEquals(4, blog.size());
    }

    @Test
    void theyAreDescribedInTheLanguageThatIsLikedBest() {
        for (var portuguese : List.of("pt-BR", "pt", "pt-PT,en;q=0.5", "de, pt-br;q=0.8, en;q=0.7")) {
            assertEquals("pt-BR", language(portuguese), portuguese);
        }
        for (var english : List.of("en", "en-US, pt;q=0.9", "de", "*", "pt;q=0", "not a language!")) {
            assertEquals("en", language(english), english);
        }
    }

    private String language(String accepted) {
        var listed = api.send(api.request(TEMPLATES).header("Accept-Language", accepted))
                .expect(200);
        var language = listed.header("Content-Language").orElseThrow();
        assertEquals(
                BLOG.in(language.equals("en") ? Language.ENGLISH : Language.BRAZILIAN_PORTUGUESE)
                        .description(),
                listed.json().path("items").path(2).path("description").asText());
        assertTrue(listed.header("Vary").orElse("").contains("Accept-Language"));
        return language;
    }

    @Test
    void aWorkflowIsMadeFromOneAsIfItHadBeenDrawn() {
        var project = api.newProject();

        var created = post(project, "{\"templateId\":\"blog-article\",\"name\":\"Ours\"}", "k1")
                .expect(201);
        assertEquals("Ours", created.string("name"));
        assertEquals(Optional.of(Routes.WORKFLOWS + "/" + created.string("id")), created.header("Location"));
        assertEquals("\"1\"", created.etag());
        assertEquals(definition(), created.json().path("definition"));
        assertEquals(
                created.json(),
                api.get(Routes.WORKFLOWS + "/" + created.string("id")).json());
        assertArrayEquals(
                created.body(),
                post(project, "{\"templateId\":\"blog-article\",\"name\":\"Ours\"}", "k1")
                        .expect(201)
                        .body());
        assertEquals(1, api.get(project + "/workflows").json().path("items").size());

        var inPortuguese = api.json(
                        "POST",
                        project + "/workflows/from-template",
                        "{\"templateId\":\"blog-article\"}",
                        request -> request.header("Accept-Language", "pt-BR"))
                .expect(201);
        assertEquals(BLOG.in(Language.BRAZILIAN_PORTUGUESE).name(), inPortuguese.string("name"));
    }

    @Test
    void whatIsMissingOrWrongIsTold() {
        var project = api.newProject();

        api.post(project + "/workflows/from-template", "{}")
                .expectProblem(422, "validation_failed")
                .expectFault("templateId");
        api.post(project + "/workflows/from-template", "{\"templateId\":\"none\"}")
                .expectProblem(422, "validation_failed")
                .expectFault("templateId");
        api.post(project + "/workflows/from-template", "{\"templateId\":\"newsletter\",\"name\":\" \"}")
                .expectProblem(422, "validation_failed")
                .expectFault("name");
        server.newUser()
                .post(project + "/workflows/from-template", "{\"templateId\":\"newsletter\"}")
                .expectProblem(404, "not_found");
    }

    private static JsonNode definition() {
        return Reply.parse(ValueJson.write(BLOG.definition()));
    }

    private Reply post(String project, String body, String key) {
        return api.json(
                "POST", project + "/workflows/from-template", body, request -> request.header("Idempotency-Key", key));
    }
}
