package dev.atelier.application;

import dev.atelier.domain.error.DomainException;
import dev.atelier.port.in.Precondition;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** Read, change, store if nobody else has stored meanwhile, otherwise once more from the beginning. */
final class OptimisticChange {

    private static final int ATTEMPTS = 5;

    private OptimisticChange() {}

    /**
     * Changes a thing.
     *
     * @param store whether it was stored: false when the stored revision was not the one before
     * @throws DomainException.RevisionMismatch when {@code precondition} does not admit the current revision, or others
     *     were faster every time
     */
    static <T> T apply(
            Supplier<T> read,
            ToLongFunction<T> revision,
            Precondition precondition,
            UnaryOperator<T> change,
            Predicate<T> store) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var current = require(read.get(), revision, precondition);
            var changed = change.apply(current);
            if (store.test(changed)) {
                return changed;
            }
        }
        throw new DomainException.RevisionMismatch(revision.applyAsLong(read.get()));
    }

    /** The thing, when {@code precondition} admits it. */
    static <T> T require(T current, ToLongFunction<T> revision, Precondition precondition) {
        long found = revision.applyAsLong(current);
        if (!precondition.admits(found)) {
            throw new DomainException.RevisionMismatch(found);
        }
        return current;
    }
}
