package dev.atelier.domain.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes nodes of known types out of their {@code data}, in every spelling that definitions have used. */
final class NodeReader {

    /** The types, in their first spelling. */
    static final List<String> TYPES = List.of(
            Node.Start.TYPE,
            Node.Finish.TYPE,
            Node.TextGeneration.TYPE,
            Node.ImageGeneration.TYPE,
            Node.ContextRetrieval.TYPE,
            Node.WebSearch.TYPE,
            ControlNode.Conditional.TYPE,
            ControlNode.Loop.TYPE,
            Node.Attach.TYPE,
            ControlNode.Review.TYPE,
            ControlNode.Parallel.TYPE);

    private static final int MAX_TOKENS = 1_000_000;
    private static final int MAX_PASSAGES = 100;
    private static final int MAX_PAGES = 20;
    private static final int MAX_DOMAINS = 150;
    private static final int USUAL_RESULTS = 5;

    private final NodeId id;
    private final String label;
    private final DataReader data;

    private NodeReader(NodeId id, DataReader data) {
        this.id = id;
        this.label = data.text("label").filter(text -> !text.isBlank()).orElse(id.value());
        this.data = data;
    }

    /** The node; empty when its type is unknown. */
    static Optional<Node> read(String type, NodeId id, DataReader data) {
        return new NodeReader(id, data).read(type);
    }

    private Optional<Node> read(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case Node.Start.TYPE -> new Node.Start(id, label, InputReader.read(data));
                    case Node.Finish.TYPE, "end" -> finish();
                    case Node.TextGeneration.TYPE, "generate_copy" -> textGeneration();
                    case Node.ImageGeneration.TYPE, "generate_image" -> imageGeneration();
                    case Node.ContextRetrieval.TYPE -> contextRetrieval();
                    case Node.WebSearch.TYPE -> webSearch();
                    case Node.Attach.TYPE, "attach_creative" -> attach();
                    case ControlNode.Conditional.TYPE ->
                        new ControlNode.Conditional(id, label, data.requiredCondition("condition"));
                    case ControlNode.Loop.TYPE -> new LoopReader(id, label, data).read();
                    case ControlNode.Parallel.TYPE -> new ControlNode.Parallel(id, label);
                    case ControlNode.Review.TYPE -> review();
                    default -> null;
                });
    }

    private Node finish() {
        return new Node.Finish(
                id,
                label,
                data.flag(true, "saveToProject", "save_to_project"),
                data.template("documentTitle", "document_title"),
                data.flag(false, "notifyUser", "notify_user"));
    }

    private Node textGeneration() {
        return new Node.TextGeneration(
                id,
                label,
                data.requiredTemplate("prompt"),
                data.template("systemPrompt", "system_prompt"),
                model(),
                data.number("temperature", "0.7", 0, 2),
                data.wholeNumber(1, MAX_TOKENS, "maxTokens", "max_tokens"),
                data.choice(OutputFormat.values(), "outputFormat", "output_format")
                        .orElse(OutputFormat.TEXT),
                data.flag(true, "save_as_document", "saveAsDocument"),
                data.template("title"));
    }

    private Node imageGeneration() {
        return new Node.ImageGeneration(
                id,
                label,
                data.requiredTemplate("prompt"),
                model(),
                aspectRatio(),
                data.text("quality").orElse(""),
                data.text("style").orElse(""),
                data.template("title"));
    }

    private Node contextRetrieval() {
        return new Node.ContextRetrieval(
                id,
                label,
                data.requiredTemplate("query"),
                data.wholeNumber(1, MAX_PASSAGES, "maxResults", "max_results").orElse(USUAL_RESULTS),
                data.flag(true, "useRag", "use_rag"),
                data.texts("folderIds", "folder_ids"));
    }

    private Node webSearch() {
        return new Node.WebSearch(
                id,
                label,
                data.requiredTemplate("query"),
                data.wholeNumber(1, MAX_PAGES, "maxResults", "max_results").orElse(USUAL_RESULTS),
                data.choice(Node.WebSearch.Depth.values(), "searchDepth", "search_depth")
                        .orElse(Node.WebSearch.Depth.BASIC),
                domains("includeDomains", "include_domains"),
                domains("excludeDomains", "exclude_domains"));
    }

    private List<String> domains(String... names) {
        var domains = data.texts(names);
        if (domains.size() > MAX_DOMAINS) {
            data.invalid(names[0], "has at most %d domains".formatted(MAX_DOMAINS));
        }
        return domains;
    }

    private Node attach() {
        return new Node.Attach(
                id,
                label,
                data.attachable("document", "document_ids"),
                data.attachable("image", "image_ids"),
                data.flag(false, "is_primary", "isPrimary"));
    }

    private Node review() {
        return new ControlNode.Review(
                id,
                label,
                data.text("content_ref", "contentRef")
                        .filter(text -> !text.isBlank())
                        .map(Reference::whole),
                data.template("criteria"));
    }

    private Optional<String> model() {
        return data.text("model").filter(name -> !name.isBlank());
    }

    private AspectRatio aspectRatio() {
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
}
