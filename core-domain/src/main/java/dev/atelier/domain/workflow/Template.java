package dev.atelier.domain.workflow;

import dev.atelier.domain.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A text with references in it: {@code Write about {topic} in the tone of {{brief.tone}}.} Braces that hold no name are
 * ordinary text.
 */
public final class Template {

    private static final Pattern REFERENCE = Pattern.compile("\\{\\{([^{}]*)}}|\\{([\\p{L}_][\\p{L}\\p{Nd}_-]*)}");

    /** Nothing; behind the pattern, which it needs. */
    public static final Template EMPTY = parse("");

    private final String source;
    private final List<Part> parts;

    private Template(String source, List<Part> parts) {
        this.source = source;
        this.parts = List.copyOf(parts);
    }

    public static Template parse(String source) {
        var parts = new ArrayList<Part>();
        var matcher = REFERENCE.matcher(source);
        int literalFrom = 0;
        while (matcher.find()) {
            parts.add(new Part.Literal(source.substring(literalFrom, matcher.start())));
            parts.add(new Part.Hole(
                    matcher.group(1) != null
                            ? Reference.parse(matcher.group(), matcher.group(1))
                            : new Reference.ToName(matcher.group(), matcher.group(2))));
            literalFrom = matcher.end();
        }
        parts.add(new Part.Literal(source.substring(literalFrom)));
        return new Template(source, parts);
    }

    public List<Reference> references() {
        return parts.stream()
                .filter(Part.Hole.class::isInstance)
                .map(part -> ((Part.Hole) part).reference())
                .toList();
    }

    static List<Reference> references(Template... templates) {
        return Arrays.stream(templates)
                .flatMap(template -> template.references().stream())
                .toList();
    }

    /** The text with the {@link Value#text()} of each reference in its place. What is put in is not looked at again. */
    public String render(Function<Reference, Value> resolve) {
        var text = new StringBuilder();
        for (var part : parts) {
            switch (part) {
                case Part.Literal literal -> text.append(literal.text());
                case Part.Hole hole ->
                    text.append(resolve.apply(hole.reference()).text());
            }
        }
        return text.toString();
    }

    public boolean isBlank() {
        return source.isBlank();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return source;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template template && template.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    private sealed interface Part {
        record Literal(String text) implements Part {}

        record Hole(Reference reference) implements Part {}
    }
}
