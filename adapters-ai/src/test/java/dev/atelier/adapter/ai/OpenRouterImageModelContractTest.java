package dev.atelier.adapter.ai;

import dev.atelier.port.out.run.ImageModel;
import dev.atelier.testkit.ImageModelContract;
import org.junit.jupiter.api.AfterEach;

class OpenRouterImageModelContractTest extends ImageModelContract {

    private final FakeOpenRouter service = new FakeOpenRouter();
    private final OpenRouter adapter = service.open();

    @Override
    protected ImageModel model() {
        return adapter.imageModel();
    }

    @AfterEach
    void stop() {
        adapter.close();
        service.close();
    }
}
