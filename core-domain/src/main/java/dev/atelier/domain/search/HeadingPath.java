package dev.atelier.domain.search;

import java.util.ArrayList;
import java.util.List;

/** The headings that a text stands below, as one reads on. */
final class HeadingPath {

    private record Entry(int level, String title) {}

    private final List<Entry> entries = new ArrayList<>();

    void enter(int level, String title) {
        entries.removeIf(entry -> entry.level() >= level);
        entries.add(new Entry(level, shortened(title.replaceAll("\\s+", " "))));
    }

    private static String shortened(String title) {
        if (title.length() <= Chunk.HEADING_MAX) {
            return title;
        }
        boolean halves = Character.isHighSurrogate(title.charAt(Chunk.HEADING_MAX - 1));
        return title.substring(0, halves ? Chunk.HEADING_MAX - 1 : Chunk.HEADING_MAX);
    }

    List<String> all() {
        return entries.stream().map(Entry::title).toList();
    }
}
