package dev.atelier.adapter.ai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.atelier.port.out.run.ModelCatalog;
import dev.atelier.port.out.run.ModelCatalog.Prices;
import dev.atelier.testkit.ModelCatalogContract;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfflineModelCatalogContractTest extends ModelCatalogContract {

    @Override
    protected ModelCatalog catalog() {
        return OfflineModels.catalog();
    }

    @Test
    void the_models_are_free() {
        for (var name : new String[] {"offline/extractive", "offline/canvas"}) {
            assertEquals(
                    Optional.of(Prices.FREE), catalog().find(name).orElseThrow().prices());
        }
    }
}
