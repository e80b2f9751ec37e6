package dev.atelier.port.in.file;

import java.util.Map;

/**
 * What a sweep has seen.
 *
 * @param rows how many files
 * @param objects how many objects
 * @param findings how many of each kind; kinds that were not found are not in it
 * @param wrongBucket whether more files lost their object than have theirs, so that none of these was mended
 */
public record SweepReport(long rows, long objects, Map<SweepFinding.Kind, Long> findings, boolean wrongBucket) {

    public SweepReport {
        findings = Map.copyOf(findings);
    }

    /** How many there are of one kind. */
    public long count(SweepFinding.Kind kind) {
        return findings.getOrDefault(kind, 0L);
    }
}
