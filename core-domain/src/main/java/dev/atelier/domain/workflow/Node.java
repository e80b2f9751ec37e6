package dev.atelier.domain.workflow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** A step of a workflow, as it was drawn. */
public sealed interface Node {

    NodeId id();

    /** What people call it; its id when they do not. */
    String label();

    /** The name of its type, as spelled in definitions. */
    String type();

    /** The texts in it that refer to inputs and to other nodes. */
    List<Template> templates();

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
        public List<Template> templates() {
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
        public List<Template> templates() {
            return List.of(documentTitle);
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
        public List<Template> templates() {
            return List.of(prompt, systemPrompt, title);
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
        public List<Template> templates() {
            return List.of(prompt, title);
        }

        @Override
        public Set<String> outputFields() {
            return Set.of("file_url", "thumbnail_url", "image_ids", "title", "prompt");
        }
    }
}
