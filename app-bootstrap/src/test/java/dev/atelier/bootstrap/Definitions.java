package dev.atelier.bootstrap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;

/** Definitions of workflows. */
final class Definitions {

    private Definitions() {}

    /** A start with the input {@code product}, that many texts, a picture of the last one, and a finish. */
    static ObjectNode textsAndPicture(int texts) {
        var ids = new ArrayList<String>();
        var nodes = ApiClient.JSON.createArrayNode();
        add(nodes, "start", "start")
                .putArray("inputVariables")
                .addObject()
                .put("name", "product")
                .put("type", "text")
                .put("required", true);
        ids.add("start");
        for (int i = 1; i <= texts; i++) {
            ids.add("text" + i);
            add(nodes, "text" + i, "text_generation")
                    .put("title", "Text " + i)
                    .put("prompt", "Announce {product}. Context: {product} tastes of cocoa and orange.");
        }
        add(nodes, "picture", "image_generation")
                .put("title", "Picture")
                .put("prompt", "{{text" + texts + ".content}}")
                .put("aspect_ratio", "1:1");
        ids.add("picture");
        add(nodes, "finish", "finish");
        ids.add("finish");
        var definition = ApiClient.JSON.createObjectNode();
        definition.set("nodes", nodes);
        var edges = definition.putArray("edges");
        for (int i = 1; i < ids.size(); i++) {
            edges.addObject().put("id", "e" + i).put("source", ids.get(i - 1)).put("target", ids.get(i));
        }
        return definition;
    }

    private static ObjectNode add(ArrayNode nodes, String id, String type) {
        var node = nodes.addObject().put("id", id).put("type", type);
        node.putObject("position").put("x", 0).put("y", 0);
        return node.putObject("data").put("label", id);
    }
}
