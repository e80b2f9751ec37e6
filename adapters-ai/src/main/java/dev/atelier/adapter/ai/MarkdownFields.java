package dev.atelier.adapter.ai;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.regex.Pattern;

/** The text below each heading of a Markdown text, by the heading in lower case with {@code _} for blanks. */
final class MarkdownFields {

    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.+?)[ #]*$", Pattern.MULTILINE);
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private MarkdownFields() {}

    /** Of headings that say the same the first one counts. */
    static ObjectValue of(String markdown) {
        var fields = new LinkedHashMap<String, Value>();
        var headings = HEADING.matcher(markdown).results().toList();
        for (int i = 0; i < headings.size(); i++) {
            int end = i + 1 < headings.size() ? headings.get(i + 1).start() : markdown.length();
            var below = markdown.substring(headings.get(i).end(), end).strip();
            fields.putIfAbsent(name(headings.get(i).group(1)), Value.of(below));
        }
        return new ObjectValue(fields);
    }

    private static String name(String heading) {
        return BLANKS.matcher(heading.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
    }
}
