package dev.atelier.adapter.ai;

import dev.atelier.port.out.search.Embedder;
import dev.atelier.testkit.EmbedderContract;
import org.junit.jupiter.api.AfterEach;

class OpenRouterEmbedderContractTest extends EmbedderContract {

    private final FakeOpenRouter service = new FakeOpenRouter();
    private final OpenRouter adapter = service.open();

    @Override
    protected Embedder embedder() {
        return adapter.embedder();
    }

    @AfterEach
    void stop() {
        adapter.close();
        service.close();
    }
}
