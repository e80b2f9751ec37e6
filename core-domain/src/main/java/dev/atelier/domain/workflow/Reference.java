package dev.atelier.domain.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A place in a text that stands for a value of the run. */
public sealed interface Reference {

    /** As it is written in the definition. */
    String source();

    /**
     * {@code {{node.field}}}: something out of the output of a node.
     *
     * @param path from the output inwards; empty for the node's {@code content}
     */
    record ToNode(String source, NodeId node, List<Segment> path) implements Reference {
        public ToNode {
            path = List.copyOf(path);
        }
    }

    /** {@code {name}}: an input of the run, or the {@code content} of the node of that name. */
    record ToName(String source, String name) implements Reference {}

    /** {@code {{...}}} with something inside that is no reference. */
    record Malformed(String source) implements Reference {}

    /** One step into a value. */
    sealed interface Segment {
        record Field(String name) implements Segment {}

        record Index(int index) implements Segment {}
    }

    /** Reads what stands between double braces. */
    static Reference parse(String source, String inside) {
        return Path.parse(inside)
                .<Reference>map(path -> new ToNode(source, path.node(), path.segments()))
                .orElseGet(() -> new Malformed(source));
    }

    /** Reads a text that is a reference as a whole, in braces or without: {@code {{node.field}}}, {@code {name}}, {@code node.field}. */
    static Reference whole(String text) {
        var found = Template.parse(text).references();
        return found.size() == 1 && found.getFirst().source().equals(text.strip())
                ? found.getFirst()
                : parse(text, text);
    }

    /** This, or {@code field} of the node when it names nothing but the node. */
    default Reference orField(String field) {
        return this instanceof ToNode toNode && toNode.path().isEmpty()
                ? new ToNode(toNode.source(), toNode.node(), List.of(new Segment.Field(field)))
                : this;
    }

    /** A node, and the way into its output: {@code research.results[0].url}. */
    record Path(NodeId node, List<Segment> segments) {

        private static final Pattern STEP = Pattern.compile("\\.([\\p{L}\\p{Nd}_-]+)|\\[(\\d{1,6})]");
        private static final Pattern NODE = Pattern.compile("[\\p{L}\\p{Nd}_-]{1," + NodeId.MAX_LENGTH + "}");

        static Optional<Path> parse(String text) {
            var trimmed = text.strip();
            var node = NODE.matcher(trimmed);
            if (!node.lookingAt()) {
                return Optional.empty();
            }
            var segments = new ArrayList<Segment>();
            int at = node.end();
            var step = STEP.matcher(trimmed);
            while (at < trimmed.length()) {
                if (!step.region(at, trimmed.length()).lookingAt()) {
                    return Optional.empty();
                }
                segments.add(
                        step.group(1) != null
                                ? new Segment.Field(step.group(1))
                                : new Segment.Index(Integer.parseInt(step.group(2))));
                at = step.end();
            }
            return Optional.of(new Path(new NodeId(node.group()), List.copyOf(segments)));
        }
    }
}
