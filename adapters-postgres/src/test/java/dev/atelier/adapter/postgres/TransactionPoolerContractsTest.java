package dev.atelier.adapter.postgres;

/** Through a real PgBouncer in transaction mode: nothing is kept in a session. */
class TransactionPoolerContractsTest extends Contracts {

    TransactionPoolerContractsTest() {
        super(database -> DatabaseUrl.parse(Pooler.shared().url(database)));
    }
}
