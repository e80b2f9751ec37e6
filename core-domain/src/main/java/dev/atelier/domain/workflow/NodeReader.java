package dev.atelier.domain.workflow;

import dev.atelier.domain.value.Value;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes nodes of known types out of their {@code data}, in every spelling that definitions have used. */
final class NodeReader {

    /** The types, in their first spelling. */
    static final List<String> TYPES =
            List.of(Node.Start.TYPE, Node.Finish.TYPE, Node.TextGeneration.TYPE, Node.ImageGeneration.TYPE);

    private static final int MAX_TOKENS = 1_000_000;

    private NodeReader() {}

    /** The node; empty when its type is unknown. */
    static Optional<Node> read(String type, NodeId id, DataReader data) {
        var label = data.text("label").filter(text -> !text.isBlank()).orElse(id.value());
        return switch (type) {
            case Node.Start.TYPE -> Optional.of(new Node.Start(id, label, inputs(data)));
            case Node.Finish.TYPE, "end" -> Optional.of(finish(id, label, data));
            case Node.TextGeneration.TYPE, "generate_copy" -> Optional.of(textGeneration(id, label, data));
            case Node.ImageGeneration.TYPE, "generate_image" -> Optional.of(imageGeneration(id, label, data));
            default -> Optional.empty();
        };
    }

    private static Node finish(NodeId id, String label, DataReader data) {
        return new Node.Finish(
                id,
                label,
                data.flag(true, "saveToProject", "save_to_project"),
                data.template("documentTitle", "document_title"),
                data.flag(false, "notifyUser", "notify_user"));
    }

    private static Node textGeneration(NodeId id, String label, DataReader data) {
        return new Node.TextGeneration(
                id,
                label,
                data.requiredTemplate("prompt"),
                data.template("systemPrompt", "system_prompt"),
                model(data),
                data.number("temperature", "0.7", 0, 2),
                data.wholeNumber(1, MAX_TOKENS, "maxTokens", "max_tokens"),
                outputFormat(data),
                data.flag(true, "save_as_document", "saveAsDocument"),
                data.template("title"));
    }

    private static Node imageGeneration(NodeId id, String label, DataReader data) {
        return new Node.ImageGeneration(
                id,
                label,
                data.requiredTemplate("prompt"),
                model(data),
                aspectRatio(data),
                data.text("quality").orElse(""),
                data.text("style").orElse(""),
                data.template("title"));
    }

    private static Optional<String> model(DataReader data) {
        return data.text("model").filter(name -> !name.isBlank());
    }

    private static OutputFormat outputFormat(DataReader data) {
        return choice(data, OutputFormat.values(), "outputFormat", "output_format")
                .orElse(OutputFormat.TEXT);
    }

    private static AspectRatio aspectRatio(DataReader data) {
        var ratio = data.text("aspect_ratio", "aspectRatio");
        if (ratio.isPresent()) {
            return AspectRatio.parse(ratio.get()).orElseGet(() -> {
                data.invalid("aspect_ratio", "must be one of " + Arrays.toString(AspectRatio.values()));
                return AspectRatio.SQUARE;
            });
        }
        return data.text("size")
                .map(size -> AspectRatio.nearestTo(size).orElseGet(() -> {
                    data.invalid("size", "must be written like 1024x768");
                    return AspectRatio.SQUARE;
                }))
                .orElse(AspectRatio.SQUARE);
    }

    private static List<InputVariable> inputs(DataReader data) {
        var names = new HashSet<String>();
        return data.objects("inputVariables", "input_variables").stream()
                .map(variable -> input(variable, names))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<InputVariable> input(DataReader variable, Set<String> names) {
        var name = variable.text("name").orElse("");
        if (!NodeId.isLegal(name)) {
            variable.invalid("inputVariables", "needs a name of letters, digits, _ or - for each input");
            return Optional.empty();
        }
        if (!names.add(name)) {
            variable.invalid("inputVariables", "names \"%s\" twice".formatted(name));
            return Optional.empty();
        }
        var type = choice(variable, InputVariable.Type.values(), "type").orElse(InputVariable.Type.TEXT);
        return Optional.of(new InputVariable(
                name,
                type,
                variable.flag(false, "required"),
                fallback(variable, name, type),
                variable.text("description").orElse("")));
    }

    private static Optional<Value> fallback(DataReader variable, String name, InputVariable.Type type) {
        var fallback = variable.any("default", "defaultValue");
        if (fallback.isPresent() && !type.admits(fallback.get())) {
            variable.invalid(
                    "inputVariables",
                    "gives \"%s\" a default that is not of its type %s".formatted(name, spelled(type)));
            return Optional.empty();
        }
        return fallback;
    }

    private static <E extends Enum<E>> Optional<E> choice(DataReader data, E[] choices, String... names) {
        return data.text(names).flatMap(written -> {
            var found = Arrays.stream(choices)
                    .filter(choice -> spelled(choice).equals(written))
                    .findFirst();
            if (found.isEmpty()) {
                data.invalid(
                        names[0],
                        "must be one of "
                                + Arrays.stream(choices)
                                        .map(NodeReader::spelled)
                                        .toList());
            }
            return found;
        });
    }

    private static String spelled(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
