package dev.atelier.adapter.ai;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.NullValue;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.json.ValueJson;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The object that a prompt wants, shown as an example or as a list of keys.
 *
 * @param promptWithout the prompt without the example
 * @param example what it shows, null where it shows nothing; without fields when there is none
 */
record JsonShape(String promptWithout, ObjectValue example) {

    private static final Pattern BEGINNING = Pattern.compile("\\{\\s*\"[^\"\\n]{1,60}\"\\s*:");
    private static final Pattern KEY = Pattern.compile("\"([\\p{L}_][\\p{L}\\p{N}_ -]{0,59})\"\\s*:");
    private static final int LONGEST_EXAMPLE = 4_000;
    private static final ObjectValue PLAIN =
            ObjectValue.EMPTY.with("title", NullValue.NULL).with("content", NullValue.NULL);

    static JsonShape find(String prompt) {
        var beginning = BEGINNING.matcher(prompt);
        if (!beginning.find()) {
            return new JsonShape(prompt, ObjectValue.EMPTY);
        }
        int start = beginning.start();
        return end(prompt, start)
                .map(end -> new JsonShape(
                        prompt.substring(0, start) + "\n" + prompt.substring(end),
                        example(prompt.substring(start, end))))
                .orElseGet(() -> new JsonShape(prompt, ObjectValue.EMPTY));
    }

    /** What is shown; else what the request names; else a title and a content. */
    ObjectValue orNamedIn(Brief brief) {
        if (!example.fields().isEmpty()) {
            return example;
        }
        var named = new LinkedHashMap<String, Value>();
        WishedNames.ofKeys(brief).forEach(name -> named.put(name.replace(' ', '_'), NullValue.NULL));
        return named.isEmpty() ? PLAIN : new ObjectValue(named);
    }

    /** Where the braces are balanced again, those in strings not counted. */
    private static Optional<Integer> end(String prompt, int start) {
        int depth = 0;
        boolean quoted = false;
        for (int i = start; i < Math.min(prompt.length(), start + LONGEST_EXAMPLE); i++) {
            char at = prompt.charAt(i);
            if (quoted && at == '\\') {
                i++;
            } else if (at == '"') {
                quoted = !quoted;
            } else if (!quoted && at == '{') {
                depth++;
            } else if (!quoted && at == '}' && --depth == 0) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    private static ObjectValue example(String text) {
        try {
            return ValueJson.readObject(text);
        } catch (IllegalArgumentException sketch) {
            var keys = new LinkedHashMap<String, Value>(); // people write {"title": ..., "body": ...}
            KEY.matcher(text)
                    .results()
                    .limit(WishedNames.MAX_COUNT)
                    .forEach(key -> keys.put(key.group(1), NullValue.NULL));
            return new ObjectValue(keys);
        }
    }
}
