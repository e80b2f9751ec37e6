package dev.atelier.adapter.postgres;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;

/** Transactions that end by themselves when nobody goes on with them; each says so for itself. */
final class ShortTransactions extends LocalTransactionHandler {

    @Override
    public void begin(Handle handle) {
        super.begin(handle);
        handle.execute(Connections.endIdleTransaction());
    }
}
