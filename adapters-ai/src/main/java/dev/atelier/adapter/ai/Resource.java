package dev.atelier.adapter.ai;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The lists of the offline models: UTF-8, an entry a line, comments behind {@code #}. */
final class Resource {

    private static final String FOLDER = "offline/";

    private Resource() {}

    static List<String> lines(String name) {
        try (var in = Objects.requireNonNull(Resource.class.getResourceAsStream(FOLDER + name), name);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
