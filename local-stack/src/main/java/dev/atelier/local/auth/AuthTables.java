package dev.atelier.local.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Types;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.StatementExceptions;

/** The tables of schema {@code auth}; the only way to them is a transaction. */
final class AuthTables {

    private final Jdbi jdbi;

    AuthTables(DataSource dataSource) {
        this.jdbi =
                Jdbi.create(dataSource).registerArgument(new JsonArgument()).registerArrayType(String.class, "text");
        // By default the message of a failure shows what was bound: hashes of passwords, tokens.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    }

    /** The tables within one transaction. */
    record Transaction(
            UserTable users,
            SessionTable sessions,
            RefreshTokenTable refreshTokens,
            OneTimeTokenTable oneTimeTokens,
            FlowStateTable flowStates) {

        static Transaction of(Handle handle) {
            return new Transaction(
                    new UserTable(handle),
                    new SessionTable(handle),
                    new RefreshTokenTable(handle),
                    new OneTimeTokenTable(handle),
                    new FlowStateTable(handle));
        }
    }

    /** Does something in one transaction, which is undone if it throws. */
    <T> T inTransaction(Function<Transaction, T> work) {
        return jdbi.inTransaction(handle -> work.apply(Transaction.of(handle)));
    }

    private static final class JsonArgument extends AbstractArgumentFactory<ObjectNode> {

        JsonArgument() {
            super(Types.OTHER);
        }

        @Override
        protected Argument build(ObjectNode value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value.toString(), Types.OTHER);
        }
    }
}
