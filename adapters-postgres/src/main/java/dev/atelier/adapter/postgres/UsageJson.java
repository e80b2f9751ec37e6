package dev.atelier.adapter.postgres;

import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.run.Usage;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ListValue;
import dev.atelier.domain.value.Value.NumberValue;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.json.ValueJson;
import java.math.BigDecimal;

/** Usage as it is kept in a column: a list of models. */
final class UsageJson {

    private UsageJson() {}

    static String write(Usage usage) {
        return ValueJson.write(
                Value.of(usage.models().stream().map(UsageJson::write).toList()));
    }

    private static ObjectValue write(ModelUsage usage) {
        return ObjectValue.EMPTY
                .with("model", Value.of(usage.model()))
                .with("inputTokens", Value.of(usage.inputTokens()))
                .with("outputTokens", Value.of(usage.outputTokens()))
                .with("images", Value.of(usage.images()))
                .with("costUsd", Value.of(usage.costUsd()));
    }

    static Usage read(String json) {
        return new Usage(((ListValue) ValueJson.read(json))
                .values().stream()
                        .map(ObjectValue.class::cast)
                        .map(UsageJson::read)
                        .toList());
    }

    private static ModelUsage read(ObjectValue usage) {
        return new ModelUsage(
                usage.field("model").map(Value::text).orElseThrow(),
                number(usage, "inputTokens").longValueExact(),
                number(usage, "outputTokens").longValueExact(),
                number(usage, "images").longValueExact(),
                number(usage, "costUsd"));
    }

    private static BigDecimal number(ObjectValue usage, String name) {
        return ((NumberValue) usage.field(name).orElseThrow()).value();
    }
}
