package dev.atelier.domain.workflow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A step of a workflow, as it was drawn. */
public sealed interface Node
        permits ControlNode,
                Node.Start,
                Node.Finish,
                Node.TextGeneration,
                Node.ImageGeneration,
                Node.ContextRetrieval,
                Node.WebSearch,
                Node.Attach {

    NodeId id();

    /** What people call it; its id when they do not. */
    String label();

    /** The name of its type, as spelled in definitions. */
    String type();

    /** What it refers to: inputs and other nodes. */
    List<Reference> references();

    /** The fields that its output always has. */
    Set<String> outputFields();

    /** Whether its output may have more fields than {@link #outputFields()}, known only when it has run. */
    default boolean hasOpenOutput() {
        return false;
    }

    /** Where every run begins. Its output has one field for each input. */
    record Start(NodeId id, String label, List<InputVariable> inputs) implements Node {
        public static final String TYPE = "start";

        public Start {
            inputs = List.copyOf(inputs);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public List<Reference> references() {
            return List.of();
        }

        @Override
        public Set<String> outputFields() {
            return inputs.stream().map(InputVariable::name).collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * Where a run ends.
     *
     * @param saveToProject whether what the run wrote is gathered into a document, when there is a title for it
     * @param documentTitle the title of that document; blank for none
     * @param notifyUser whether its owner gets a mail
     */
    record Finish(NodeId id, String label, boolean saveToProject, Template documentTitle, boolean notifyUser)
            implements Node {
        public static final String TYPE = "finish";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public List<Reference> references() {
            return Template.references(documentTitle);
        }

        @Override
        public Set<String> outputFields() {
            return Set.of("savedDocuments");
        }
    }

    /**
     * Writes a text.
     *
     * @param model the name of a model; empty for the one that the operator has chosen
     * @param temperature 0 to 2
     * @param maxTokens the most that it may write, in tokens of the model
     */
    record TextGeneration(
            NodeId id,
            String label,
            Template prompt,
            Template systemPrompt,
            Optional<String> model,
            BigDecimal temperature,
            OptionalInt maxTokens,
            OutputFormat outputFormat,
            boolean saveAsDocument,
            Template title)
            implements Node {
        public static final String TYPE = "text_generation";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public List<Reference> references() {
            return Template.references(prompt, systemPrompt, title);
        }

        @Override
        public Set<String> outputFields() {
            return Set.of("content", "title", "content_length", "document_ids");
        }

        @Override
        public boolean hasOpenOutput() {
            return outputFormat != OutputFormat.TEXT;
        }
    }

    /**
     * Paints a picture.
     *
     * @param model the name of a model; empty for the one that the operator has chosen
     * @param style words of the author about how it should look; empty for none
     */
    record ImageGeneration(
            NodeId id,
            String label,
            Template prompt,
            Optional<String> model,
            AspectRatio aspectRatio,
            String quality,
            String style,
            Template title)
            implements Node {
        public static final String TYPE = "image_generation";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public List<Reference> references() {
            return Template.references(prompt, title);
        }

        @Override
        public Set<String> outputFields() {
            return Set.of("file_url", "thumbnail_url", "image_ids", "title", "prompt");
        }
    }

    /**
     * Finds what the project's documents say.
     *
     * @param maxResults the most passages that it may find
     * @param useRag whether meaning counts, and not words alone
     * @param folderIds where it looks; everywhere when there are none
     */
    record ContextRetrieval(
            NodeId id, String label, Template query, int maxResults, boolean useRag, List<String> folderIds)
            implements Node {
        public static final String TYPE = "context_retrieval";

        public ContextRetrieval {
            folderIds = List.copyOf(folderIds);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public List<Reference> references() {
            return query.references();
        }

        @Override
        public Set<String> outputFields() {
            return Set.of("content", "context", "documents", "count");
        }
    }

    /**
     * Searches the web.
     *
     * @param maxResults the most pages that it may find
     * @param depth how thoroughly
     * @param includeDomains where it looks; everywhere when there are none
     */
    record WebSearch(
            NodeId id,
            String label,
            Template query,
            int maxResults,
            Depth depth,
            List<String> includeDomains,
            List<String> excludeDomains)
            implements Node {
        public static final String TYPE = "web_search";

        /** How thoroughly the web is searched; spelled outside in lower case. */
        public enum Depth {
            BASIC,
            ADVANCED
        }

        public WebSearch {
            includeDomains = List.copyOf(includeDomains);
            excludeDomains = List.copyOf(excludeDomains);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public List<Reference> references() {
            return query.references();
        }

        @Override
        public Set<String> outputFields() {
            return Set.of("content", "answer", "results", "count");
        }
    }

    /**
     * Has a document show a picture.
     *
     * @param isPrimary whether the picture is the main one of the document
     */
    record Attach(NodeId id, String label, Attachable document, Attachable image, boolean isPrimary) implements Node {
        public static final String TYPE = "attach";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public List<Reference> references() {
            return Stream.of(document, image)
                    .flatMap(attachable -> attachable.references().stream())
                    .toList();
        }

        @Override
        public Set<String> outputFields() {
            return Set.of("document_id", "image_id", "attached");
        }
    }
}
