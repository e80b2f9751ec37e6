package dev.atelier.application;

import static dev.atelier.application.TestCore.awaitThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.DocumentStatus;
import dev.atelier.domain.document.Ingestion;
import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ListValue;
import dev.atelier.domain.value.Value.ObjectValue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ContextRetrievalTest {

    private final TestCore test = new TestCore();
    private final ProjectId project = test.newProject();

    @Test
    void a_run_draws_on_the_documents_of_its_project() {
        write("Tea", "Green tea is harvested in spring.");
        write("Coffee", "Coffee beans are roasted.");

        var output = retrieve(ObjectValue.EMPTY
                .with("query", Value.of("when is {topic} harvested"))
                .with("maxResults", Value.of(1)));

        assertEquals("1", text(output, "count"));
        assertEquals("Tea\nGreen tea is harvested in spring.", text(output, "content"));
        assertEquals(text(output, "content"), text(output, "context"));
        var documents = ((ListValue) output.field("documents").orElseThrow()).values();
        assertEquals("Tea", text((ObjectValue) documents.getFirst(), "title"));
    }

    @Test
    void what_stands_in_other_projects_is_not_drawn_on() {
        write("Coffee", "Coffee beans are roasted.");
        var other = test.newProject();
        create(other, "Tea", "Green tea is harvested in spring.");

        var output = retrieve(ObjectValue.EMPTY.with("query", Value.of("tea")).with("useRag", Value.of(false)));

        assertEquals("0", text(output, "count"));
        assertFalse(text(output, "content").contains("tea"));
    }

    private ObjectValue retrieve(ObjectValue data) {
        var definition = Definitions.chain(
                Definitions.node(
                        "start",
                        "start",
                        ObjectValue.EMPTY.with(
                                "inputVariables",
                                Value.of(List.of(ObjectValue.EMPTY
                                        .with("name", Value.of("topic"))
                                        .with("type", Value.of("text"))
                                        .with("required", Value.of(true)))))),
                Definitions.node("context", "context_retrieval", data),
                Definitions.node("finish", "finish", ObjectValue.EMPTY));
        try (var worker = test.worker(1)) {
            awaitThat(() -> {
                test.clock.advance(Duration.ofMillis(200));
                return test.core().documents().list(test.ada, project, PageRequest.first(10)).items().stream()
                        .allMatch(view -> view.document().ingestion() == Ingestion.READY);
            });
            var run =
                    test.await(test.start(project, definition, ObjectValue.EMPTY.with("topic", Value.of("green tea"))));
            assertEquals(RunStatus.COMPLETED, run.status(), () -> run.error().toString());
            var output = test.core().runs().steps(test.ada, run.id()).stream()
                    .filter(step -> step.type().equals("context_retrieval"))
                    .findFirst()
                    .orElseThrow()
                    .output();
            assertTrue(output.field("documents").isPresent());
            return output;
        }
    }

    private static String text(ObjectValue value, String field) {
        return value.field(field).orElseThrow().text();
    }

    private void write(String title, String content) {
        create(project, title, content);
    }

    private void create(ProjectId place, String title, String content) {
        test.core()
                .documents()
                .create(test.ada, place, new DocumentDetails(title, content, MediaType.TEXT, DocumentStatus.DRAFT));
    }
}
