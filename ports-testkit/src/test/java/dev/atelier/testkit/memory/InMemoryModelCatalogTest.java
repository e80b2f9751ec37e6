package dev.atelier.testkit.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.atelier.port.out.run.ModelCatalog;
import dev.atelier.port.out.run.ModelCatalog.Model;
import dev.atelier.port.out.run.ModelCatalog.Output;
import dev.atelier.port.out.run.ModelCatalog.Prices;
import dev.atelier.testkit.ModelCatalogContract;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class InMemoryModelCatalogTest extends ModelCatalogContract {

    private final InMemoryModelCatalog catalog = new InMemoryModelCatalog();

    @Override
    protected ModelCatalog catalog() {
        return catalog;
    }

    @Test
    void whatIsAddedTakesThePlaceOfItsNamesake() {
        var prices = new Prices(new BigDecimal("0.001"), new BigDecimal("0.002"), new BigDecimal("0.5"));
        var dear = new Model(ScriptedTextModel.NAME, "Dear", 1_000, Set.of(Output.TEXT), Optional.of(prices));
        int before = catalog.models().size();

        catalog.add(dear);

        assertEquals(before, catalog.models().size());
        assertEquals(Optional.of(dear), catalog.find(ScriptedTextModel.NAME));
    }

    @Test
    void pricesAddUpWithoutRounding() {
        var prices = new Prices(new BigDecimal("0.00000015"), new BigDecimal("0.0000006"), new BigDecimal("0.01"));

        assertEquals(new BigDecimal("0.01000135"), prices.of(1, 2));
    }

    @Test
    void noPriceIsBelowNothing() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Prices(BigDecimal.ZERO, new BigDecimal("-1"), BigDecimal.ZERO));
    }
}
