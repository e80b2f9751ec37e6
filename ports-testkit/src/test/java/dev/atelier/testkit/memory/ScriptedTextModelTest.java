package dev.atelier.testkit.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.atelier.domain.workflow.OutputFormat;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.run.TextModel;
import dev.atelier.testkit.TextModelContract;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class ScriptedTextModelTest extends TextModelContract {

    private final ScriptedTextModel model = new ScriptedTextModel();

    @Override
    protected TextModel model() {
        return model;
    }

    @Test
    void itFollowsItsScriptAndThenRepeatsThePrompt() {
        var failure = new PortFailure.Permanent(PortFailure.Service.TEXT_MODEL, "no");
        model.answer("first").fail(failure).answer("third");

        assertEquals("first", write("a"));
        assertSame(failure, assertThrows(PortFailure.Permanent.class, () -> write("b")));
        assertEquals("third", write("c"));
        assertEquals("d", write("d"));
        assertEquals(
                List.of("a", "b", "c", "d"),
                model.requests().stream().map(TextModel.Request::prompt).toList());
    }

    private String write(String prompt) {
        var request = new TextModel.Request(
                prompt, "", Optional.empty(), BigDecimal.ONE, OptionalInt.empty(), OutputFormat.TEXT);
        return model.write(request, piece -> {}).content();
    }
}
