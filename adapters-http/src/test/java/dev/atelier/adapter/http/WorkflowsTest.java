package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkflowsTest {

    private final TestServer server = TestServer.start();
    private final Api api = server.newUser();

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aNewWorkflowHasEveryFieldOfTheContract() throws JsonProcessingException {
        var project = api.newProject();
        var created = api.post(
                        project + "/workflows",
                        "{\"name\":\"Ads\",\"description\":\"d\",\"definition\":" + Definitions.ONE_TEXT + "}")
                .expect(201);

        assertEquals(Optional.of(Routes.WORKFLOWS + "/" + created.string("id")), created.header("Location"));
        assertTrue(project.endsWith(created.string("projectId")));
        assertEquals("Ads", created.string("name"));
        assertEquals("d", created.string("description"));
        assertEquals(Json.MAPPER.readTree(Definitions.ONE_TEXT), created.json().path("definition"));
        assertEquals(1, created.json().path("version").asInt());
        assertEquals(8, created.json().size());
        assertEquals("\"1\"", created.etag());
        assertEquals(
                created.json(),
                api.get(Routes.WORKFLOWS + "/" + created.string("id")).json());
        assertEquals(
                created.json(),
                api.get(project + "/workflows").json().path("items").path(0));
    }

    @Test
    void aDefinitionComesBackToTheLetter() {
        var odd = "{\"nodes\":[],\"edges\":[],\"z\":1.10,\"a\":{\"\":null,\"\u00e4\":[1e2,-0]}}";
        var created = api.post(api.newProject() + "/workflows", "{\"name\":\"Odd\",\"definition\":" + odd + "}")
                .expect(201);

        assertTrue(created.text().contains("\"z\":1.10,\"a\":{\"\":null,\"\u00e4\":["), created::text);
    }

    @Test
    void aPutReplacesAllOfItByANewVersion() {
        var workflow = api.newWorkflow();

        var replaced = api.put(workflow, "{\"name\":\"New\",\"definition\":{\"nodes\":[],\"edges\":[]}}")
                .expect(200);

        assertEquals(2, replaced.json().path("version").asInt());
        assertEquals("\"2\"", replaced.etag());
        assertEquals("", replaced.string("description"));
        api.put(workflow, "{\"description\":\"d\"}")
                .expectProblem(422, "validation_failed")
                .expectFault("name")
                .expectFault("definition");
        api.json(
                        "PUT",
                        workflow,
                        "{\"name\":\"New\",\"definition\":{}}",
                        request -> request.header("If-Match", "\"1\""))
                .expectProblem(412, "precondition_failed");
    }

    @Test
    void aDeletedWorkflowIsGone() {
        var workflow = api.newWorkflow();

        api.delete(workflow).expect(204);

        api.get(workflow).expectProblem(404, "not_found");
    }

    @Test
    void aDefinitionThatIsNoObjectIsMalformed() {
        for (var wrong : new String[] {"[]", "\"x\"", "1"}) {
            api.post(api.newProject() + "/workflows", "{\"name\":\"Odd\",\"definition\":" + wrong + "}")
                    .expectProblem(400, "malformed_request");
        }
    }

    @Test
    void aValidDefinitionIsToldTheOrderOfItsNodes() {
        var check = api.post(Routes.WORKFLOWS + "/validate", "{\"definition\":" + Definitions.ONE_TEXT + "}")
                .expect(200)
                .json();

        assertTrue(check.path("valid").asBoolean());
        assertEquals("[]", check.path("errors").toString());
        assertEquals("[]", check.path("warnings").toString());
        assertEquals(
                "[\"begin\",\"write\",\"end\"]", check.path("executionOrder").toString());
    }

    @Test
    void anInvalidDefinitionIsToldEveryFaultAndItsNode() {
        var check = api.post(Routes.WORKFLOWS + "/validate", "{\"definition\":" + Definitions.WITHOUT_FINISH + "}")
                .expect(200)
                .json();

        assertFalse(check.path("valid").asBoolean());
        assertEquals("[]", check.path("executionOrder").toString());
        var faults = check.path("errors").toString();
        assertTrue(faults.contains("\"nodeId\":\"write\",\"code\":\"missing_field\",\"message\":\""), faults);
        assertTrue(faults.contains("\"nodeId\":null,\"code\":\"missing_finish\""), faults);
    }

    @Test
    void thereMustBeSomethingToValidate() {
        api.post(Routes.WORKFLOWS + "/validate", "{\"definition\":null}")
                .expectProblem(422, "validation_failed")
                .expectFault("definition");
        api.post(Routes.WORKFLOWS + "/validate", "{}")
                .expectProblem(422, "validation_failed")
                .expectFault("definition");
    }
}
