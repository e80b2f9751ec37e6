package dev.atelier.adapter.ai;

import dev.atelier.port.out.run.TextModel;
import dev.atelier.testkit.TextModelContract;
import org.junit.jupiter.api.AfterEach;

class OpenRouterTextModelContractTest extends TextModelContract {

    private final FakeOpenRouter service = new FakeOpenRouter();
    private final OpenRouter adapter = service.open();

    @Override
    protected TextModel model() {
        return adapter.textModel();
    }

    @AfterEach
    void stop() {
        adapter.close();
        service.close();
    }
}
