package dev.atelier.application;

import dev.atelier.port.in.file.SweepFinding;
import dev.atelier.port.in.file.SweepReport;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Counts what a sweep sees, and tells each finding as it is found. */
final class SweepTally {

    private final Consumer<SweepFinding> findings;
    private final Map<SweepFinding.Kind, Long> counts = new EnumMap<>(SweepFinding.Kind.class);
    private long rows;
    private long objects;
    private long rowsWithObject;

    SweepTally(Consumer<SweepFinding> findings) {
        this.findings = findings;
    }

    void row() {
        rows++;
    }

    void object() {
        objects++;
    }

    void rowWithObject() {
        rowsWithObject++;
    }

    void found(SweepFinding.Kind kind, String subject) {
        counts.merge(kind, 1L, Long::sum);
        findings.accept(new SweepFinding(kind, subject));
    }

    /** Whether it cannot be the objects that are wrong. */
    boolean looksIntoTheWrongBucket() {
        return counts.getOrDefault(SweepFinding.Kind.ROW_WITHOUT_OBJECT, 0L) > rowsWithObject;
    }

    SweepReport report() {
        return new SweepReport(rows, objects, counts, looksIntoTheWrongBucket());
    }
}
