package dev.atelier.adapter.ai;

import dev.atelier.port.out.run.WebSearch;
import dev.atelier.testkit.WebSearchContract;
import org.junit.jupiter.api.AfterEach;

class TavilyWebSearchContractTest extends WebSearchContract {

    private final FakeTavily service = new FakeTavily();
    private final Tavily adapter = service.open();

    @Override
    protected WebSearch webSearch() {
        return adapter.webSearch();
    }

    @AfterEach
    void stop() {
        adapter.close();
        service.close();
    }
}
