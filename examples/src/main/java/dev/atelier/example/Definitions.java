package dev.atelier.example;

import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.json.ValueJson;

/** Workflows, as React Flow would draw them. */
final class Definitions {

    /** Takes {@code facts}, writes an announcement out of them and paints a picture for it. */
    static final ObjectValue ANNOUNCEMENT = ValueJson.readObject("""
            {"nodes": [
              {"id": "begin", "type": "start", "data": {"inputVariables": [{"name": "facts", "type": "text", "required": true}]}},
              {"id": "text", "type": "text_generation", "data": {"title": "Announcement",
                "prompt": "Write an announcement about the Aurora espresso machine.\\n\\nContext: {facts}"}},
              {"id": "picture", "type": "image_generation", "data": {"title": "Poster", "aspect_ratio": "16:9",
                "prompt": "A poster about \\"Aurora\\" for this announcement: {{text.content}}"}},
              {"id": "end", "type": "finish", "data": {}}],
             "edges": [
              {"id": "e1", "source": "begin", "target": "text"},
              {"id": "e2", "source": "text", "target": "picture"},
              {"id": "e3", "source": "picture", "target": "end"}]}
            """);

    private Definitions() {}
}
