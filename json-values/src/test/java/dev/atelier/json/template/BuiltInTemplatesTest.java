package dev.atelier.json.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.value.Value.ListValue;
import dev.atelier.domain.value.Value.NumberValue;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.WorkflowCheck;
import dev.atelier.domain.workflow.WorkflowDetails;
import dev.atelier.domain.workflow.WorkflowTemplate;
import dev.atelier.domain.workflow.WorkflowTemplate.Language;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInTemplatesTest {

    static List<WorkflowTemplate> templates() {
        return BuiltInTemplates.all();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void itHasNeitherErrorsNorWarnings(WorkflowTemplate template) {
        var check = WorkflowCheck.of(template.definition());

        assertEquals(List.of(), check.errors());
        assertEquals(List.of(), check.warnings());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void itIsDescribedInBothLanguagesSoThatAWorkflowCanBeCalledSo(WorkflowTemplate template) {
        for (var language : Language.values()) {
            var about = template.in(language);
            var details = new WorkflowDetails(about.name(), about.description(), template.definition());
            assertFalse(details.description().isBlank());
        }
        assertNotEquals(
                template.in(Language.ENGLISH).description(),
                template.in(Language.BRAZILIAN_PORTUGUESE).description());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void eachOfItsInputsSaysWhatItIsFor(WorkflowTemplate template) {
        var inputs =
                WorkflowCheck.of(template.definition()).graphOrThrow().start().inputs();

        assertFalse(inputs.isEmpty());
        assertTrue(inputs.stream().noneMatch(input -> input.description().isBlank()), inputs::toString);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void itCanBeDrawnNoNodeOnAnother(WorkflowTemplate template) {
        var positions = ((ListValue) template.definition().field("nodes").orElseThrow())
                .values().stream()
                        .map(node -> (ObjectValue)
                                ((ObjectValue) node).field("position").orElseThrow())
                        .toList();

        assertEquals(positions.size(), positions.stream().distinct().count());
        for (var position : positions) {
            assertTrue(position.field("x").orElseThrow() instanceof NumberValue);
            assertTrue(position.field("y").orElseThrow() instanceof NumberValue);
        }
    }

    @Test
    void everyFileIsATemplateUnderItsName() throws IOException, URISyntaxException {
        var newsletter = Path.of(Objects.requireNonNull(BuiltInTemplates.class.getResource("newsletter.json"))
                .toURI());
        List<String> files;
        try (var siblings = Files.list(newsletter.resolveSibling("."))) {
            files = siblings.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
        }

        assertEquals(
                files,
                templates().stream()
                        .map(template -> template.id() + ".json")
                        .sorted()
                        .toList());
    }
}
