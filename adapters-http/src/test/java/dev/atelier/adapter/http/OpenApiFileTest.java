package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The description as a file, {@code target/openapi.json}: the types of the frontend are made from it, and building them needs no
 * running backend. Surefire has the folder of the module as its working directory.
 */
final class OpenApiFileTest {

    private static final Path FILE = Path.of("target", "openapi.json");

    @Test
    void whatIsServedIsLeftForTheFrontend() throws IOException {
        try (var server = TestServer.start()) {
            Files.write(FILE, server.stranger().get("/openapi.json").expect(200).body());
        }

        assertEquals(OpenApiDocument.read(), Json.MAPPER.readTree(Files.readString(FILE)));
    }
}
