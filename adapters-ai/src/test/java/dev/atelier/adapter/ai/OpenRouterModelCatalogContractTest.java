package dev.atelier.adapter.ai;

import dev.atelier.port.out.run.ModelCatalog;
import dev.atelier.testkit.ModelCatalogContract;
import org.junit.jupiter.api.AfterEach;

class OpenRouterModelCatalogContractTest extends ModelCatalogContract {

    private final FakeOpenRouter service = new FakeOpenRouter();
    private final OpenRouter adapter = service.open();

    @Override
    protected ModelCatalog catalog() {
        return adapter.modelCatalog();
    }

    @AfterEach
    void stop() {
        adapter.close();
        service.close();
    }
}
