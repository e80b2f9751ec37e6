package dev.atelier.testkit.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.atelier.port.PortFailure;
import dev.atelier.port.out.search.Embedder;
import dev.atelier.testkit.EmbedderContract;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HashingEmbedderTest extends EmbedderContract {

    private final HashingEmbedder embedder = new HashingEmbedder();

    @Override
    protected Embedder embedder() {
        return embedder;
    }

    @Test
    void itFollowsItsScriptAndRemembersWhatItWasAsked() {
        var failure = PortFailure.Retryable.unavailable(PortFailure.Service.EMBEDDER, "busy");
        var request = new Embedder.Request(List.of("tea"));
        embedder.fail(failure);

        assertSame(failure, assertThrows(PortFailure.Retryable.class, () -> embedder.embed(request)));
        assertEquals(1, embedder.embed(request).vectors().size());
        assertEquals(List.of(request, request), embedder.requests());
    }

    @Test
    void requestsAreBounded() {
        for (var texts : List.of(
                List.<String>of(), Collections.nCopies(65, "tea"), List.of("tea", " "), List.of("x".repeat(8_001)))) {
            assertThrows(IllegalArgumentException.class, () -> new Embedder.Request(texts));
        }
    }
}
