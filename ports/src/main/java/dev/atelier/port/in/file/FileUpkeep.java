package dev.atelier.port.in.file;

import java.util.function.Consumer;

/**
 * Finds what rows and objects do not agree on, for operators. Memory does not grow with their number.
 *
 * <p>Nothing that is younger than a day is looked at: it may be under way. Both calls: {@link dev.atelier.port.PortFailure}
 * when database or storage do not do their part; what was mended until then stays so.
 */
public interface FileUpkeep {

    /** Changes nothing. {@code findings} gets each as it is found. */
    SweepReport inspect(Consumer<SweepFinding> findings);

    /**
     * The same, and mends each: rows without object, uploads that were never completed and files that are still being deleted
     * are removed with what there is of them; so are objects without row and unfinished transfers.
     *
     * <p>Rows that lost their object are left as they are when they are more than those that have theirs: then it is not the
     * objects that are wrong but the bucket that was looked into.
     */
    SweepReport mend(Consumer<SweepFinding> findings);
}
