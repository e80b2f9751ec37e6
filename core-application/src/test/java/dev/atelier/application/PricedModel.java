package dev.atelier.application;

import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.port.out.run.ModelCatalog.Model;
import dev.atelier.port.out.run.ModelCatalog.Output;
import dev.atelier.port.out.run.ModelCatalog.Prices;
import dev.atelier.port.out.run.TextModel;
import dev.atelier.testkit.memory.ScriptedTextModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A model of which each call costs the same, as its price list says. What it writes follows from the prompt alone. */
final class PricedModel implements TextModel {

    private final BigDecimal price;
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private volatile Consumer<String> before = prompt -> {};
    private volatile Consumer<String> after = prompt -> {};

    PricedModel(String priceUsd) {
        price = new BigDecimal(priceUsd);
    }

    /** Has {@code action} done with each prompt before it is answered. */
    PricedModel before(Consumer<String> action) {
        before = action;
        return this;
    }

    /** The same once it has been answered. */
    PricedModel after(Consumer<String> action) {
        after = action;
        return this;
    }

    /** Its entry in the price list, as the model that is asked when nobody says which. */
    Model listed() {
        return new Model(
                ScriptedTextModel.NAME,
                "Priced",
                0,
                Set.of(Output.TEXT),
                Optional.of(new Prices(BigDecimal.ZERO, BigDecimal.ZERO, price)));
    }

    /** How often it was asked in all. */
    int calls() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The prompts that it was given, each once. */
    List<String> prompts() {
        return List.copyOf(calls.keySet());
    }

    /** What it writes for a prompt. */
    static String text(String prompt) {
        return "text " + Integer.toHexString(prompt.hashCode());
    }

    @Override
    public Text write(Request request, Consumer<String> onToken) {
        before.accept(request.prompt());
        calls.merge(request.prompt(), 1, Integer::sum);
        var content = text(request.prompt());
        after.accept(request.prompt());
        return new Text(content, ObjectValue.EMPTY, new ModelUsage(ScriptedTextModel.NAME, 3, 4, 0, price));
    }
}
