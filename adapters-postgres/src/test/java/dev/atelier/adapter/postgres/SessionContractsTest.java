package dev.atelier.adapter.postgres;

/** Direct connections, and those of a session pooler. */
class SessionContractsTest extends Contracts {

    SessionContractsTest() {
        super("");
    }
}
