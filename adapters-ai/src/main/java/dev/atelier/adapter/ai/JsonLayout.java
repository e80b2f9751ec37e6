package dev.atelier.adapter.ai;

import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.json.ValueJson;
import java.util.LinkedHashMap;

/** A draft as a JSON object. */
final class JsonLayout {

    private static final int LONGEST_TEXT = 8_192;
    private static final int SHORTEST_TEXT = 4;

    private JsonLayout() {}

    /** The object in the shape of {@code example}; of at most so many characters, if those hold an object at all. */
    static Written lay(Draft draft, ObjectValue example, int maxCharacters) {
        for (int longest = LONGEST_TEXT; longest >= SHORTEST_TEXT; longest /= 2) {
            var written = write(new JsonFiller(draft, longest).fill(example));
            if (written.content().length() <= maxCharacters) {
                return written;
            }
        }
        return withFewerKeys(new JsonFiller(draft, SHORTEST_TEXT).fill(example), maxCharacters);
    }

    private static Written withFewerKeys(ObjectValue object, int maxCharacters) {
        var fields = new LinkedHashMap<>(object.fields());
        var written = write(object);
        while (!fields.isEmpty() && written.content().length() > maxCharacters) {
            fields.pollLastEntry();
            written = write(new ObjectValue(fields));
        }
        return written;
    }

    private static Written write(ObjectValue object) {
        return new Written(ValueJson.write(object), object);
    }
}
