package dev.atelier.adapter.ai;

import dev.atelier.port.out.run.ImageModel;
import dev.atelier.testkit.ImageModelContract;

final class CanvasImageModelContractTest extends ImageModelContract {

    @Override
    protected ImageModel model() {
        return OfflineModels.image();
    }
}
