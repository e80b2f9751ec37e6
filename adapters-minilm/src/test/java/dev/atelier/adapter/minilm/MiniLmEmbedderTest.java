package dev.atelier.adapter.minilm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.port.PortFailure;
import dev.atelier.port.out.search.Embedder;
import dev.atelier.port.out.search.Embedder.Request;
import dev.atelier.testkit.EmbedderContract;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class MiniLmEmbedderTest extends EmbedderContract {

    private final Embedder embedder = new MiniLmEmbedder();

    @Override
    protected Embedder embedder() {
        return embedder;
    }

    @Test
    void itIsFoundByWhoDoesNotKnowIt() {
        assertInstanceOf(
                MiniLmEmbedder.class,
                ServiceLoader.load(Embedder.class).findFirst().orElseThrow());
    }

    @Test
    void vectorsHaveLengthOne() {
        for (var text : List.of("chá", "Central banks raised their interest rates.", "tea ".repeat(2_000))) {
            double square = 0;
            for (float number :
                    embedder.embed(new Request(List.of(text))).vectors().getFirst()) {
                square += (double) number * number;
            }
            assertEquals(1, square, 1e-4);
        }
        assertEquals(384, embedder.dimension());
        assertEquals("offline/all-minilm-l6-v2-q", embedder.model());
    }

    @Test
    void anInterruptEndsIt() {
        Thread.currentThread().interrupt();
        try {
            assertThrows(PortFailure.Retryable.class, () -> embedder.embed(new Request(List.of("tea"))));
            assertTrue(Thread.currentThread().isInterrupted());
        } finally {
            Thread.interrupted();
        }
    }
}
