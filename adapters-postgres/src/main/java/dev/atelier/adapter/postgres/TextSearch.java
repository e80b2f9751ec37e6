package dev.atelier.adapter.postgres;

import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.search.Language;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The configurations of PostgreSQL by which words are recognised. */
enum TextSearch {
    ENGLISH,
    PORTUGUESE,

    /** For all other languages: words as they are. */
    SIMPLE;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    static TextSearch of(String text) {
        return switch (Language.of(text)) {
            case ENGLISH -> ENGLISH;
            case PORTUGUESE -> PORTUGUESE;
            case OTHER -> SIMPLE;
        };
    }

    String configuration() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A word that no text has, by which passages of a project are found among others; the language is added to it. */
    static String mark(ProjectId project) {
        return "project" + project.value().toString().replace("-", "");
    }

    String markOf(ProjectId project) {
        return mark(project) + "_" + configuration();
    }

    /** Composed, as keyboards do it. */
    static String searchable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    static String withoutAccents(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }
}
