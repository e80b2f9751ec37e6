package dev.atelier.json.template;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.WorkflowTemplate;
import dev.atelier.domain.workflow.WorkflowTemplate.About;
import dev.atelier.domain.workflow.WorkflowTemplate.Language;
import dev.atelier.json.ValueJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The templates that come with Atelier. Each is a file beside this class: {@code {id, name: {en, pt-BR}, description: {en, pt-BR},
 * definition}}, the definition as the browser draws it.
 */
public final class BuiltInTemplates {

    /** In the order in which they are shown. */
    private static final List<String> IDS = List.of(
            "paid-social-ad", "instagram-post", "blog-article", "newsletter", "product-description", "research-brief");

    private BuiltInTemplates() {}

    /** All of them. */
    public static List<WorkflowTemplate> all() {
        return IDS.stream().map(BuiltInTemplates::read).toList();
    }

    private static WorkflowTemplate read(String id) {
        var json = ValueJson.readObject(text(id + ".json"));
        return new WorkflowTemplate(
                field(json, "id").text(),
                Map.of(Language.ENGLISH, about(json, "en"), Language.BRAZILIAN_PORTUGUESE, about(json, "pt-BR")),
                object(json, "definition"));
    }

    private static About about(ObjectValue json, String language) {
        return new About(
                field(object(json, "name"), language).text(),
                field(object(json, "description"), language).text());
    }

    private static ObjectValue object(ObjectValue json, String name) {
        return (ObjectValue) field(json, name);
    }

    private static Value field(ObjectValue json, String name) {
        return json.field(name).orElseThrow(() -> new IllegalStateException("a template without " + name));
    }

    private static String text(String name) {
        try (var in = Objects.requireNonNull(BuiltInTemplates.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
