package dev.atelier.adapter.r2;

/** What may happen to a request on its way to storage, or to the answer. */
enum Fault {
    /** The connection ends before the storage has seen anything. */
    CUT,
    /** The connection ends in the middle of the body. */
    CUT_IN_THE_BODY,
    /** The storage has a fault of its own. */
    STATUS_500,
    /** The storage has too much to do. */
    SLOW_DOWN_503,
    /** The storage refuses. */
    FORBIDDEN_403,
    /** No answer comes, for longer than anybody waits. */
    NO_ANSWER,
    /** A byte of the body becomes another one. */
    DAMAGE,
    /** The storage does what it is asked, and its answer never arrives. */
    LOST_ANSWER;

    /** Whether only a request with bytes can meet it. */
    boolean isOfBytes() {
        return this == CUT_IN_THE_BODY || this == DAMAGE;
    }
}
