package dev.atelier.adapter.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

/** What a client is ready to take (RFC 9110, section 12.5.1). */
final class Acceptable {

    private Acceptable() {}

    /** @throws ProblemException when the client does not take {@code mediaType} */
    static void require(Context ctx, String mediaType) {
        var accept = String.join(",", Collections.list(ctx.req().getHeaders("Accept")));
        if (!accept.isBlank() && !admits(accept.toLowerCase(Locale.ROOT), mediaType)) {
            throw Problem.of(ProblemCode.NOT_ACCEPTABLE, "The answer is " + mediaType + ", which Accept excludes.")
                    .exception();
        }
    }

    /** The range that names the type most exactly decides. */
    private static boolean admits(String accept, String mediaType) {
        var anySubtype = mediaType.substring(0, mediaType.indexOf('/') + 1) + "*";
        return weight(accept, mediaType)
                        .or(() -> weight(accept, anySubtype))
                        .or(() -> weight(accept, "*/*"))
                        .orElse(0.0)
                > 0;
    }

    private static Optional<Double> weight(String accept, String range) {
        return Arrays.stream(accept.split(","))
                .map(part -> part.split(";"))
                .filter(part -> part.length > 0 && part[0].strip().equals(range))
                .map(Acceptable::weight)
                .max(Double::compare);
    }

    private static double weight(String[] range) {
        return Arrays.stream(range)
                .map(String::strip)
                .filter(parameter -> parameter.startsWith("q="))
                .findFirst()
                .map(parameter -> parseWeight(parameter.substring(2)))
                .orElse(1.0);
    }

    private static double parseWeight(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
