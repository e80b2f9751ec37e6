package dev.atelier.adapter.ai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.out.run.ModelCatalog.Model;
import dev.atelier.port.out.run.ModelCatalog.Output;
import dev.atelier.port.out.run.ModelCatalog.Prices;
import dev.atelier.web.Answer;
import dev.atelier.web.Call;
import dev.atelier.web.WebService;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Asks OpenRouter for the models that it has, and their prices. */
final class OpenRouterModelList {

    /** Some hundred models of a few kilobytes each. */
    private static final int ANSWER_MAX = 16 * 1024 * 1024;

    private final WebService service;

    OpenRouterModelList(WebService service) {
        this.service = service;
    }

    List<Model> fetch() {
        // Without the parameter those that only paint or only give vectors are left out.
        var call = Call.get(Service.MODEL_CATALOG, "list the models", "/models?output_modalities=all")
                .withAnswerMax(ANSWER_MAX);
        return service.call(call, OpenRouterModelList::read);
    }

    private static List<Model> read(Answer answer) {
        var models = new LinkedHashMap<String, Model>();
        for (var item : OpenRouterFailures.successful(answer).path("data")) {
            var name = item.path("id").asText();
            var outputs = outputs(item.path("architecture").path("output_modalities"));
            if (!name.isBlank() && !outputs.isEmpty()) {
                models.putIfAbsent(name, model(name, item, outputs));
            }
        }
        if (models.isEmpty()) {
            throw answer.unusable("the list is empty");
        }
        return List.copyOf(models.values());
    }

    private static Model model(String name, JsonNode item, Set<Output> outputs) {
        var title = item.path("name").asText();
        return new Model(
                name,
                title.isBlank() ? name : title,
                Math.max(0, item.path("context_length").asLong()),
                outputs,
                prices(item.path("pricing")));
    }

    private static Set<Output> outputs(JsonNode modalities) {
        var outputs = EnumSet.noneOf(Output.class);
        for (var modality : modalities) {
            switch (modality.asText()) {
                case "text" -> outputs.add(Output.TEXT);
                case "image" -> outputs.add(Output.IMAGE);
                case "embeddings" -> outputs.add(Output.EMBEDDINGS);
                default -> {} // sound and film are nothing to us
            }
        }
        return outputs;
    }

    /** Dollars as text; -1 where the price is that of the model that is chosen later. */
    private static Optional<Prices> prices(JsonNode pricing) {
        return price(pricing, "prompt")
                .flatMap(input -> Stream.of("completion", "image_output", "internal_reasoning")
                        .map(kind -> price(pricing, kind))
                        .flatMap(Optional::stream)
                        .reduce(BigDecimal::max)
                        .map(output -> new Prices(
                                input, output, price(pricing, "request").orElse(BigDecimal.ZERO))));
    }

    private static Optional<BigDecimal> price(JsonNode pricing, String kind) {
        var text = pricing.path(kind).asText();
        return text.matches("[0-9]{1,9}([.][0-9]{1,30})?([eE]-[0-9]{1,2})?")
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }
}
