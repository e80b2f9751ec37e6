package dev.atelier.domain.file;

/** Where a file is on its way. It only ever moves downwards in this list. */
public enum FileState {
    /** There is a row; the object in storage may be missing, in part or whole. */
    PENDING,
    /** The object is complete and checked. */
    STORED,
    /** Gone for its owner; a job removes the object, then the row goes. */
    DELETING
}
