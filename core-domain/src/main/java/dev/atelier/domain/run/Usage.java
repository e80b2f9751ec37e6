package dev.atelier.domain.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What was used and what it cost.
 *
 * @param models one entry a model
 */
public record Usage(List<ModelUsage> models) {

    public static final Usage NONE = new Usage(List.of());

    public Usage {
        models = List.copyOf(models);
    }

    public static Usage of(ModelUsage usage) {
        return new Usage(List.of(usage));
    }

    public Usage plus(Usage other) {
        var byModel = new LinkedHashMap<String, ModelUsage>();
        models.forEach(usage -> byModel.put(usage.model(), usage));
        other.models.forEach(usage -> byModel.merge(usage.model(), usage, ModelUsage::plus));
        return new Usage(new ArrayList<>(byModel.values()));
    }

    public long inputTokens() {
        return models.stream().mapToLong(ModelUsage::inputTokens).sum();
    }

    public long outputTokens() {
        return models.stream().mapToLong(ModelUsage::outputTokens).sum();
    }

    public long images() {
        return models.stream().mapToLong(ModelUsage::images).sum();
    }

    /** US dollars. */
    public BigDecimal costUsd() {
        return models.stream().map(ModelUsage::costUsd).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
