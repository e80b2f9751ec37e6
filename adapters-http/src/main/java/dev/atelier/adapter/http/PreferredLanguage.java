package dev.atelier.adapter.http;

import dev.atelier.domain.workflow.WorkflowTemplate.Language;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The language that a client likes best of those that there are (RFC 9110, section 12.5.4); English when it likes none. */
final class PreferredLanguage {

    private static final Locale ENGLISH = Locale.forLanguageTag("en");
    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt");

    private PreferredLanguage() {}

    static Language of(Context ctx) {
        return choose(String.join(",", Collections.list(ctx.req().getHeaders("Accept-Language"))));
    }

    /** The answer is in that language because it was asked for. */
    static void tell(Context ctx, Language language) {
        ctx.header("Vary", "Accept-Language").header("Content-Language", tag(language));
    }

    /** {@code pt} finds the Portuguese that there is, whichever is asked for. */
    private static Language choose(String accepted) {
        return ranges(accepted)
                .map(ranges -> Locale.lookup(ranges, List.of(ENGLISH, PORTUGUESE)))
                .filter(PORTUGUESE::equals)
                .map(found -> Language.BRAZILIAN_PORTUGUESE)
                .orElse(Language.ENGLISH);
    }

    private static Optional<List<Locale.LanguageRange>> ranges(String accepted) {
        try {
            return accepted.isBlank() ? Optional.empty() : Optional.of(Locale.LanguageRange.parse(accepted));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // what cannot be read asks for nothing
        }
    }

    private static String tag(Language language) {
        return switch (language) {
            case ENGLISH -> "en";
            case BRAZILIAN_PORTUGUESE -> "pt-BR";
        };
    }
}
