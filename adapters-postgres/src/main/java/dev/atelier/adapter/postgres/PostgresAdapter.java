package dev.atelier.adapter.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.account.UserRepository;
import dev.atelier.port.out.document.DocumentRepository;
import dev.atelier.port.out.file.FileInventory;
import dev.atelier.port.out.file.FileRepository;
import dev.atelier.port.out.health.Finding;
import dev.atelier.port.out.health.HealthProbe;
import dev.atelier.port.out.idempotency.IdempotencyRepository;
import dev.atelier.port.out.job.JobRecords;
import dev.atelier.port.out.job.JobRepository;
import dev.atelier.port.out.project.ProjectRepository;
import dev.atelier.port.out.run.RunRepository;
import dev.atelier.port.out.search.PassageIndex;
import dev.atelier.port.out.transaction.Transactions;
import dev.atelier.port.out.usage.CallLedger;
import dev.atelier.port.out.workflow.WorkflowRepository;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.postgres.PostgresPlugin;

/** The repositories, on one pool of connections. Safe for use by many threads. */
public final class PostgresAdapter implements AutoCloseable {

    private final HikariDataSource pool;
    private final Turns turns;
    private final Database database;

    private PostgresAdapter(PostgresSettings settings, HikariDataSource pool, SqlLogger logger) {
        this.pool = pool;
        this.turns = new Turns(pool, settings.poolSize());
        var jdbi = Jdbi.create(turns).installPlugin(new PostgresPlugin()).setSqlLogger(logger);
        // What is bound is what users wrote, and what is thrown is logged.
        jdbi.configure(
                StatementExceptions.class,
                exceptions -> exceptions.setMessageRendering(StatementExceptions.MessageRendering.NONE));
        if (settings.url().isTransactionPooler()) {
            jdbi.setTransactionHandler(new ShortTransactions());
            jdbi.configure(
                    SqlStatements.class,
                    statements -> statements.setQueryTimeout((int) Connections.STATEMENT_TIMEOUT.toSeconds()));
        }
        this.database = new Database(jdbi);
    }

    /** Opens the adapter. It does not wait for the database, which may be away for now. */
    public static PostgresAdapter open(PostgresSettings settings) {
        return open(settings, SqlLogger.NOP_SQL_LOGGER);
    }

    static PostgresAdapter open(PostgresSettings settings, SqlLogger logger) {
        return new PostgresAdapter(settings, Connections.pool(settings), logger);
    }

    public Transactions transactions() {
        return database;
    }

    public UserRepository users() {
        return new JdbiUserRepository(database);
    }

    public ProjectRepository projects() {
        return new JdbiProjectRepository(database);
    }

    public DocumentRepository documents() {
        return new JdbiDocumentRepository(database);
    }

    public PassageIndex passages() {
        return new JdbiPassageIndex(database, SelectNearest.Bounds.USUAL);
    }

    public FileRepository files() {
        return new JdbiFileRepository(database);
    }

    public FileInventory fileInventory() {
        return new JdbiFileInventory(database);
    }

    public WorkflowRepository workflows() {
        return new JdbiWorkflowRepository(database);
    }

    public RunRepository runs() {
        return new JdbiRunRepository(database);
    }

    public JobRepository jobs() {
        return new JdbiJobRepository(database);
    }

    public JobRecords jobRecords() {
        return new JdbiJobRecords(database);
    }

    public IdempotencyRepository idempotency() {
        return new JdbiIdempotencyRepository(database);
    }

    public CallLedger callLedger() {
        return new JdbiCallLedger(database);
    }

    /** Looks whether the database answers; its name is {@code database}. */
    public HealthProbe healthProbe() {
        return new DatabaseProbe(database);
    }

    /**
     * Looks closely at the database: the pooler's mode, the clock, pgvector, the schema and who may see it, and whether it
     * admits as many connections as the pool may have. It changes nothing and takes some seconds at the most.
     *
     * @param clock what the database's is compared with
     * @return at least one finding
     * @throws PortFailure when nobody is let in; the message says what to do
     */
    public static List<Finding> examine(PostgresSettings settings, Pgvector pgvector, InstantSource clock) {
        return new Examination(settings, pgvector, clock).findings();
    }

    /** The connections of the pool just now. */
    public ConnectionCounts connections() {
        var now = pool.getHikariPoolMXBean();
        return new ConnectionCounts(
                now.getActiveConnections(),
                now.getIdleConnections(),
                now.getThreadsAwaitingConnection() + turns.waiting());
    }

    /** How many connections are in use just now. */
    int connectionsInUse() {
        return connections().inUse();
    }

    @Override
    public void close() {
        pool.close();
    }
}
