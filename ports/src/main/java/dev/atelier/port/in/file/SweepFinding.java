package dev.atelier.port.in.file;

/**
 * Something that rows and objects do not agree on.
 *
 * @param subject the key of the object
 */
public record SweepFinding(Kind kind, String subject) {

    /** What is wrong. */
    public enum Kind {
        /** A stored file whose object is gone. */
        ROW_WITHOUT_OBJECT,
        /** A file that was begun and never completed. */
        NEVER_COMPLETED,
        /** A file that is gone for its owner and was to be removed. */
        NEVER_REMOVED,
        /** An object that no file knows of. */
        OBJECT_WITHOUT_ROW,
        /** A transfer in parts that was begun and never ended. */
        UNFINISHED_TRANSFER
    }
}
