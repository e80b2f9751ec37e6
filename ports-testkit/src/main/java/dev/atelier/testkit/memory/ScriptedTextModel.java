package dev.atelier.testkit.memory;

import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.run.TextModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A model that answers as it is told, in the order in which it was told, and otherwise with the prompt itself. It costs
 * nothing. Safe for use by many threads.
 */
public final class ScriptedTextModel implements TextModel {

    /** What it is called in usages. */
    public static final String NAME = "memory/scripted-text";

    private final Script<Request, Text> script = new Script<>(ScriptedTextModel::echo);

    /** The next call that has no answer yet is answered with {@code content}, without fields. */
    public ScriptedTextModel answer(String content) {
        return answer(request -> text(request, content, ObjectValue.EMPTY));
    }

    /** The next call that has no answer yet is answered by {@code answer}, which may block or throw. */
    public ScriptedTextModel answer(Function<Request, Text> answer) {
        script.add(answer);
        return this;
    }

    /** The next call that has no answer yet fails. */
    public ScriptedTextModel fail(PortFailure failure) {
        return answer(request -> {
            throw failure;
        });
    }

    /** What it was asked so far, the first request first. */
    public List<Request> requests() {
        return script.requests();
    }

    @Override
    public Text write(Request request, Consumer<String> onToken) {
        var text = script.play(request);
        text.content().codePoints().mapToObj(Character::toString).forEach(onToken);
        return text;
    }

    private static Text echo(Request request) {
        var prompt = request.maxTokens().isPresent()
                ? firstWords(request.prompt(), request.maxTokens().getAsInt())
                : request.prompt();
        var line = String.join(" ", prompt.lines().toList());
        var fields = ObjectValue.EMPTY.with("answer", Value.of(line));
        return switch (request.format()) {
            case TEXT -> text(request, prompt, ObjectValue.EMPTY);
            case MARKDOWN -> text(request, "# Answer\n\n" + line, fields);
            case JSON -> text(request, "{\"answer\":" + quoted(line) + "}", fields);
        };
    }

    private static String firstWords(String text, int count) {
        return Stream.of(text.strip().split("\\s+")).limit(count).collect(Collectors.joining(" "));
    }

    /** As RFC 8259, section 7, asks for. */
    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(unit -> {
            if (unit == '"' || unit == '\\' || unit < ' ') {
                quoted.append("\\u%04x".formatted(unit));
            } else {
                quoted.append((char) unit);
            }
        });
        return quoted.append('"').toString();
    }

    private static Text text(Request request, String content, ObjectValue fields) {
        return new Text(
                content, fields, new ModelUsage(NAME, words(request.prompt()), words(content), 0, BigDecimal.ZERO));
    }

    private static long words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
