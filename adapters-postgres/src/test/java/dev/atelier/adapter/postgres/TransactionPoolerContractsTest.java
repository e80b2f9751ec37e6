package dev.atelier.adapter.postgres;

/** As behind a transaction pooler: nothing is kept in a session. */
class TransactionPoolerContractsTest extends Contracts {

    TransactionPoolerContractsTest() {
        super("?pgbouncer=true");
    }
}
