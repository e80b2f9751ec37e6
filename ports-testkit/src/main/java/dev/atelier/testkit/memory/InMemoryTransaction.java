package dev.atelier.testkit.memory;

import dev.atelier.domain.run.RunId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a transaction has to remember until its end. */
final class InMemoryTransaction {

    private final Deque<Runnable> undoLog = new ArrayDeque<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final Set<RunId> lockedRuns = new HashSet<>();

    void logUndo(Runnable undo) {
        undoLog.push(undo);
    }

    /** Undoes everything, the latest change first. */
    void undo() {
        undoLog.forEach(Runnable::run);
    }

    void addAfterCommit(Runnable action) {
        afterCommit.add(action);
    }

    List<Runnable> afterCommit() {
        return afterCommit;
    }

    void lock(RunId run) {
        lockedRuns.add(run);
    }

    boolean hasLocked(RunId run) {
        return lockedRuns.contains(run);
    }
}
