package dev.atelier.adapter.ai;

import dev.atelier.port.out.run.TextModel;
import dev.atelier.testkit.TextModelContract;

final class ExtractiveTextModelContractTest extends TextModelContract {

    @Override
    protected TextModel model() {
        return OfflineModels.text();
    }
}
