package dev.atelier.domain.run;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.NodeId;
import java.util.ArrayList;
import java.util.List;

/** Writes what depends on nothing but what it is asked. */
final class SimulatedModel {

    private SimulatedModel() {}

    /** A short text in {@code content}, and a list of up to three in {@code items}. */
    static ObjectValue write(NodeId node, String prompt) {
        int hash = (node + prompt).hashCode();
        List<Value> items = new ArrayList<>();
        for (int i = 0; i < Math.floorMod(hash, 4); i++) {
            items.add(Value.of(Integer.toHexString(hash + i)));
        }
        return ObjectValue.EMPTY
                .with("content", Value.of(Integer.toHexString(hash)))
                .with("items", Value.of(items));
    }

    /** What a person says to what is shown. */
    static Review review(ObjectValue question) {
        boolean isGood = question.text().hashCode() % 2 == 0;
        return new Review(isGood ? Review.Verdict.APPROVE : Review.Verdict.REJECT, "");
    }
}
