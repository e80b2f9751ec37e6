package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.port.out.run.ModelCatalog;
import dev.atelier.port.out.run.ModelCatalog.Model;
import dev.atelier.port.out.run.ModelCatalog.Output;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contract of {@link ModelCatalog}. Failures are for the adapters. */
@Timeout(120)
public abstract class ModelCatalogContract {

    /** The catalog under test, which holds something. */
    protected abstract ModelCatalog catalog();

    @Test
    void eachModelIsThereOnce() {
        var names = catalog().models().stream().map(Model::name).toList();

        assertFalse(names.isEmpty());
        assertEquals(names.size(), new HashSet<>(names).size());
    }

    @Test
    void everyModelHasANameATitleAndSomethingThatItGives() {
        for (var model : catalog().models()) {
            assertFalse(model.name().isBlank());
            assertFalse(model.title().isBlank());
            assertFalse(model.outputs().isEmpty(), model::name);
            assertTrue(model.contextTokens() >= 0, model::name);
        }
    }

    @Test
    void eachModelIsFoundByItsName() {
        for (var model : catalog().models()) {
            assertEquals(Optional.of(model), catalog().find(model.name()));
        }
    }

    @Test
    void whatIsChosenForTextsAndPicturesGivesThem() {
        for (var output : List.of(Output.TEXT, Output.IMAGE)) {
            var chosen = catalog().find(catalog().chosen(output).orElseThrow()).orElseThrow();
            assertTrue(chosen.outputs().contains(output), chosen::name);
        }
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertEquals(Optional.empty(), catalog().find("nobody/nothing"));
    }
}
