package dev.atelier.testkit.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/**
 * What a scripted model was asked, and what it is going to do when it is asked again: the scripted acts in their order,
 * then the usual one.
 */
final class Script<Q, A> {

    private final Function<Q, A> usual;
    private final Queue<Function<Q, A>> acts = new ArrayDeque<>();
    private final List<Q> requests = new ArrayList<>();

    Script(Function<Q, A> usual) {
        this.usual = usual;
    }

    synchronized void add(Function<Q, A> act) {
        acts.add(act);
    }

    synchronized List<Q> requests() {
        return List.copyOf(requests);
    }

    A play(Q request) {
        return next(request).apply(request);
    }

    private synchronized Function<Q, A> next(Q request) {
        requests.add(request);
        var act = acts.poll();
        return act == null ? usual : act;
    }
}
