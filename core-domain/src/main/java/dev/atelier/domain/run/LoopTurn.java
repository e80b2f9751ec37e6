package dev.atelier.domain.run;

import dev.atelier.domain.value.Value.NumberValue;
import dev.atelier.domain.value.Value.ObjectValue;
import java.util.OptionalInt;

/** What a loop does when it is taken up: before its first pass, and after each. */
public sealed interface LoopTurn {

    /**
     * It goes round: its step is to {@link Step#await wait}.
     *
     * @param about {@code iteration}, the number of the pass from 0, and {@code item}, what it is about: the item of the list,
     *     or else the number of the pass
     */
    record Pass(ObjectValue about) implements LoopTurn {}

    /**
     * It ends: its step is completed.
     *
     * @param output {@code results}, one for each pass, and {@code iterations_completed}. The result of a pass is what the
     *     last node of the body, of those that ran and do more than decide the way, gave: its {@code content}, or everything if
     *     it has none.
     */
    record End(ObjectValue output) implements LoopTurn {}

    /** The number of the pass that a loop is in; empty before the first. */
    static OptionalInt pass(Step loop) {
        return loop.output()
                .field("iteration")
                .map(number -> OptionalInt.of(((NumberValue) number).value().intValueExact()))
                .orElse(OptionalInt.empty());
    }
}
