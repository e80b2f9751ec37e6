package dev.atelier.domain.error;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.atelier.domain.account.UserProfile;
import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.DocumentStatus;
import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.WorkflowDetails;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for what people write. */
class ValidationTest {

    /** One character, two {@code char}s. */
    private static final String SMILE = "\uD83D\uDE00";

    @Test
    void names_and_texts_may_be_as_long_as_promised_counted_in_characters() {
        assertDoesNotThrow(() -> new ProjectDetails(SMILE.repeat(200), SMILE.repeat(2_000)));
        assertDoesNotThrow(() -> new WorkflowDetails("x".repeat(200), "x".repeat(2_000), ObjectValue.EMPTY));
        assertDoesNotThrow(() -> new UserProfile("x".repeat(200)));
        assertDoesNotThrow(() -> document("x".repeat(300), "x".repeat(1_000_000)));
        assertDoesNotThrow(() -> new FileDetails("x".repeat(255), "text/plain"));
    }

    @Test
    void one_character_more_is_refused() {
        assertRefused("name", () -> new ProjectDetails(SMILE.repeat(201), ""));
        assertRefused("description", () -> new ProjectDetails("x", SMILE.repeat(2_001)));
        assertRefused("name", () -> new WorkflowDetails("x".repeat(201), "", ObjectValue.EMPTY));
        assertRefused("description", () -> new WorkflowDetails("x", "x".repeat(2_001), ObjectValue.EMPTY));
        assertRefused("fullName", () -> new UserProfile("x".repeat(201)));
        assertRefused("title", () -> document("x".repeat(301), ""));
        assertRefused("content", () -> document("x", "x".repeat(1_000_001)));
        assertRefused("fileName", () -> new FileDetails("x".repeat(256), "text/plain"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n\u2003"})
    void a_name_has_something_to_read(String name) {
        assertRefused("name", () -> new ProjectDetails(name, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "half a pair \uD83D"})
    void what_no_database_can_store_is_refused(String text) {
        assertRefused("name", () -> new ProjectDetails(text, ""));
        assertRefused("content", () -> document("x", text));
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        var refused =
                assertThrows(DomainException.ValidationFailed.class, () -> new ProjectDetails("", "x".repeat(3_000)));

        assertEquals(
                List.of(
                        new Violation("name", "must not be empty"),
                        new Violation("description", "must be 0 to 2000 characters long, not 3000")),
                refused.violations());
    }

    private static DocumentDetails document(String title, String content) {
        return new DocumentDetails(title, content, MediaType.TEXT, DocumentStatus.DRAFT);
    }

    private static void assertRefused(String field, Executable call) {
        var refused = assertThrows(DomainException.ValidationFailed.class, call);
        assertEquals(
                List.of(field),
                refused.violations().stream().map(Violation::field).toList());
    }
}
