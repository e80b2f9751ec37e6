package dev.atelier.adapter.postgres;

/** With sessions of one's own, as by the direct address or the session pooler. */
class SessionContractsTest extends Contracts {

    SessionContractsTest() {
        super(database -> DatabaseUrl.parse(database.url()));
    }
}
