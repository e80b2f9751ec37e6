package dev.atelier.adapter.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code /openapi.json}, and {@code /docs}: the same as a page, which loads nothing from other hosts. Everything is read when it
 * is first asked for.
 */
final class OpenApiHandlers {

    static final String PAGE_TYPE = "text/html";

    /** What the page loads, each with its type. */
    static final Map<String, String> PAGE_FILES = Map.of(
            "page.js", "text/javascript",
            "swagger-ui-bundle.js", "text/javascript",
            "swagger-ui.css", "text/css",
            "favicon-32x32.png", "image/png");

    /** The viewer has pictures in its style sheet. */
    private static final String ONLY_FROM_HERE = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Map<String, Asset> assets = new ConcurrentHashMap<>();

    void document(Context ctx) throws IOException {
        assets.computeIfAbsent("/openapi.json", name -> Asset.of(Json.MEDIA_TYPE, Json.bytes(OpenApiDocument.read())))
                .send(ctx);
    }

    void page(Context ctx) throws IOException {
        ctx.header("Content-Security-Policy", ONLY_FROM_HERE);
        asset("index.html", PAGE_TYPE).send(ctx);
    }

    void file(Context ctx) throws IOException {
        var name = ctx.pathParam("file");
        var type = Optional.ofNullable(PAGE_FILES.get(name))
                .orElseThrow(() -> FailureProblems.notFound().exception());
        asset(name, type).send(ctx);
    }

    private Asset asset(String file, String mediaType) {
        return assets.computeIfAbsent(file, name -> Asset.of(mediaType, read("docs/" + name)));
    }

    private static byte[] read(String resource) {
        try (var content = Objects.requireNonNull(OpenApiHandlers.class.getResourceAsStream(resource), resource)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
