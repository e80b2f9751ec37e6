package dev.atelier.testkit.memory;

import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunEvent;
import dev.atelier.domain.run.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A run with its steps, in the order in which they were saved first, and its events, in the order of their numbers. */
record RunRow(Run run, List<Step> steps, List<RunEvent> events) {

    RunRow {
        steps = List.copyOf(steps);
        events = List.copyOf(events);
    }

    RunRow with(Run changed) {
        return new RunRow(changed, steps, events);
    }

    RunRow with(Step step) {
        var all = new ArrayList<>(steps);
        IntStream.range(0, all.size())
                .filter(index -> isSame(all.get(index), step))
                .findFirst()
                .ifPresentOrElse(index -> all.set(index, step), () -> all.add(step));
        return new RunRow(run, all, events);
    }

    private static boolean isSame(Step left, Step right) {
        return left.nodeId().equals(right.nodeId()) && left.iteration() == right.iteration();
    }

    RunRow with(RunEvent event) {
        long newest = events.isEmpty() ? 0 : events.getLast().number();
        if (event.number() != newest + 1) {
            throw new IllegalArgumentException("event " + event.number() + " cannot follow event " + newest);
        }
        var all = new ArrayList<>(events);
        all.add(event);
        return new RunRow(run, steps, all);
    }
}
