package dev.atelier.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.zaxxer.hikari.HikariDataSource;
import dev.atelier.domain.error.DomainException;
import dev.atelier.local.LocalPostgres;
import dev.atelier.port.PortFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Changes that nobody waits for are made together, in their order, and are not forgotten. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseTest {

    private static final String INSERT = "insert into public.notes (number, text) values (:number, :text)";
    private static final String APPEND = "update public.notes set text = text || :text where number = :number";

    private final TestDatabase here = TestDatabase.migrated();
    private final HikariDataSource pool = Connections.pool(here.settings());
    private final List<String> statements = new ArrayList<>();
    private final Database database = new Database(Jdbi.create(pool).setSqlLogger(new SqlLogger() {
        @Override
        public void logBeforeExecution(StatementContext context) {
            statements.add(String.valueOf(context.getRenderedSql()));
        }
    }));

    @BeforeEach
    void empty() {
        database.write(handle -> handle.execute("drop table if exists public.notes"));
        database.write(handle -> handle.execute("create table public.notes (number int primary key, text text)"));
        statements.clear();
    }

    @AfterAll
    void close() {
        pool.close();
        LocalPostgres.shared().drop(here.database());
    }

    @Test
    void changes_of_a_transaction_are_sent_together_in_their_order() {
        database.execute(() -> {
            insert(1, "one");
            append(1, Optional.of(", two"));
            append(1, Optional.of(", :three ?"));
            insert(2, "other");
            assertEquals(List.of(), statements);
            return true;
        });

        assertEquals(1, statements.size(), statements::toString);
        assertEquals(List.of("one, two, :three ?", "other"), texts());
    }

    @Test
    void what_is_asked_sees_the_changes_before_it() {
        var seen = database.execute(() -> {
            insert(1, "one");
            append(1, Optional.of(" and more"));
            return texts();
        });

        assertEquals(List.of("one and more"), seen);
    }

    @Test
    void a_value_that_is_absent_is_null() {
        database.execute(() -> {
            insert(1, "one");
            append(1, Optional.empty());
            return true;
        });

        assertEquals(
                1,
                database.<Integer>read(
                        handle -> handle.createQuery("select count(*) from public.notes where text is null")
                                .mapTo(Integer.class)
                                .one()));
    }

    @Test
    void many_changes_are_sent_in_parts() {
        int count = 2 * PendingChanges.MOST + 1;
        database.execute(() -> {
            IntStream.range(0, count).forEach(i -> insert(i, "note " + i));
            return true;
        });

        assertEquals(3, statements.size());
        assertEquals(IntStream.range(0, count).mapToObj(i -> "note " + i).toList(), texts());
    }

    @Test
    void a_change_that_fails_undoes_its_transaction() {
        var failure = assertThrows(
                PortFailure.class,
                () -> database.execute(() -> {
                    insert(1, "one");
                    insert(1, "once more");
                    return true;
                }));

        assertEquals(Optional.of("23505"), PostgresFailures.sqlState(failure));
        assertEquals(List.of(), texts());
    }

    @Test
    void a_transaction_that_fails_before_its_changes_are_sent_makes_none() {
        assertThrows(
                IllegalArgumentException.class,
                () -> database.execute(() -> {
                    insert(1, "one");
                    throw new IllegalArgumentException("no");
                }));

        assertEquals(List.of(), texts());
    }

    @Test
    void a_name_that_nothing_is_bound_to_is_a_fault() {
        assertThrows(
                NullPointerException.class,
                () -> database.execute(() -> {
                    insert(1, "one");
                    database.writeSoon(APPEND, Map.of("number", 1));
                    return true;
                }));

        assertEquals(List.of(), texts());
    }

    @Test
    void a_change_before_an_insert_that_fails_is_no_orphan_of_it() {
        database.write(handle ->
                handle.execute("alter table public.notes add column parent int references public.notes (number)"));
        var orphan = "insert into public.notes (number, parent) values (:number, 99)";

        assertThrows(
                PortFailure.class,
                () -> database.execute(() -> {
                    database.writeSoon(orphan, Map.of("number", 1));
                    return database.insert(
                            handle -> handle.execute("select 1"), () -> new DomainException.NotFound("note"));
                }));
        assertThrows(
                DomainException.NotFound.class,
                () -> database.insert(
                        handle -> handle.createUpdate(orphan).bind("number", 1).execute(),
                        () -> new DomainException.NotFound("note")));
    }

    @Test
    void outside_of_a_transaction_a_change_is_made_at_once() {
        insert(1, "one");

        assertEquals(1, statements.size());
        assertEquals(List.of("one"), texts());
    }

    private void insert(int number, String text) {
        database.writeSoon(INSERT, Map.of("number", number, "text", text));
    }

    private void append(int number, Optional<String> text) {
        database.writeSoon(APPEND, Map.of("number", number, "text", text));
    }

    private List<String> texts() {
        return database.read(handle -> handle.createQuery("select text from public.notes order by number")
                .mapTo(String.class)
                .list());
    }
}
