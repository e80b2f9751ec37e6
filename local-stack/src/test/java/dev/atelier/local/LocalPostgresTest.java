package dev.atelier.local;

import static dev.atelier.local.ErrorMessages.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    @Test
    void dataSurvivesARestart(@TempDir Path directory) throws Exception {
        try (LocalPostgres first = LocalPostgres.start(PostgresOptions.keptIn(directory, 0))) {
            Sql.on(first.database()).execute("create table public.kept as select 42 as answer");
        }
        try (LocalPostgres second = LocalPostgres.start(PostgresOptions.keptIn(directory, 0))) {
            assertEquals("42", Sql.on(second.database()).text("select answer from public.kept"));
        }
    }

    @Test
    void listensOnThePortItWasGiven() throws Exception {
        int port = Port.free();
        try (LocalPostgres postgres = LocalPostgres.start(onPort(port))) {
            assertEquals(port, postgres.port());
            assertEquals("1", Sql.on(postgres.database()).text("select 1"));
        }
    }

    @Test
    void aTakenPortIsAnErrorThatNamesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PortTakenException error =
                    assertThrows(PortTakenException.class, () -> LocalPostgres.start(onPort(taken.getLocalPort())));
            assertEquals(taken.getLocalPort(), error.port());
            assertSays(error, "Port " + taken.getLocalPort());
            assertSays(error, "PostgreSQL");
        }
    }

    @Test
    void aSecondServerOnTheSameDataIsRefused(@TempDir Path directory) {
        PostgresOptions options = PostgresOptions.keptIn(directory, 0);
        try (LocalPostgres first = LocalPostgres.start(options)) {
            assertTrue(first.port() > 0);
            LocalServerException error = assertThrows(LocalServerException.class, () -> LocalPostgres.start(options));
            assertSays(error, directory.toString());
        }
    }

    @Test
    void startsAgainAfterItWasKilled(@TempDir Path directory) throws Exception {
        LocalPostgres killed = LocalPostgres.start(PostgresOptions.keptIn(directory, 0));
        Sql.on(killed.database()).execute("create table public.kept as select 42 as answer");
        Processes.kill(Processes.postmaster(directory));
        killed.close();
        assertTrue(Files.exists(directory.resolve("17/postmaster.pid")));
        try (LocalPostgres again = LocalPostgres.start(PostgresOptions.keptIn(directory, 0))) {
            assertEquals("42", Sql.on(again.database()).text("select answer from public.kept"));
        }
    }

    @Test
    void aStaleLockFileThatNamesALivingStrangerDoesNotKeepItFromStarting(@TempDir Path directory) throws Exception {
        LocalPostgres.start(PostgresOptions.keptIn(directory, 0)).close();
        Path data = directory.resolve("17");
        Process stranger = new ProcessBuilder("sleep", "60").start();
        Files.write(
                data.resolve("postmaster.pid"),
                List.of(Long.toString(stranger.pid()), data.toString(), "0", "1", "", "localhost", ""));
        try (LocalPostgres again = LocalPostgres.start(PostgresOptions.keptIn(directory, 0))) {
            assertEquals("1", Sql.on(again.database()).text("select 1"));
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aServerThatAnEarlierRunLeftBehindIsStoppedFirst(@TempDir Path directory) throws Exception {
        LocalPostgres.start(PostgresOptions.keptIn(directory, 0)).close();
        int port = Port.free();
        PostgresProgram.run(List.of(
                PostgresBundle.unpackedIn(CacheDirectory.path()).program("pg_ctl"),
                "start",
                "--pgdata=" + directory.resolve("17"),
                "--log=" + directory.resolve("log"),
                "--options=-p " + port + " -c unix_socket_directories=",
                "--wait"));
        LocalDatabase left = new LocalDatabase(port, "postgres", "postgres");
        assertEquals("1", Sql.on(left).text("select 1"));
        try (LocalPostgres again = LocalPostgres.start(PostgresOptions.keptIn(directory, 0))) {
            assertThrows(SQLException.class, () -> Sql.on(left).text("select 1"));
            assertEquals("1", Sql.on(again.database()).text("select 1"));
        }
    }

    @Test
    void temporaryDataIsDeletedInTheEnd() throws Exception {
        Path data;
        try (LocalPostgres postgres = LocalPostgres.start(PostgresOptions.temporary())) {
            data = Path.of(Sql.on(postgres.database().as("supabase_admin")).text("show data_directory"));
            assertTrue(Files.exists(data));
        }
        assertFalse(Files.exists(data.getParent()));
    }

    @Test
    void aWrongPasswordIsRefused() {
        LocalDatabase database = LocalPostgres.shared().database();
        assertThrows(SQLException.class, () -> database.dataSource().getConnection("postgres", "wrong"));
    }

    @Test
    void aNewDatabaseSharesNothingWithAnother() throws Exception {
        LocalDatabase one = LocalPostgres.shared().newDatabase();
        LocalDatabase other = LocalPostgres.shared().newDatabase();
        Sql.on(one).execute("create table public.mine ()");
        assertEquals("f", Sql.on(other).text("select to_regclass('public.mine') is not null"));
    }

    @Test
    void aDroppedDatabaseIsGoneAlthoughSomebodyIsConnected() throws Exception {
        LocalDatabase database = LocalPostgres.shared().newDatabase();
        try (var open = database.dataSource().getConnection()) {
            LocalPostgres.shared().drop(database);
            assertFalse(open.isValid(5));
        }
        assertEquals(
                "0",
                Sql.on(LocalPostgres.shared().database())
                        .text("select count(*) from pg_database where datname = '" + database.name() + "'"));
    }

    @Test
    void theSharedServerHasATurkishCollationAndAnUnusualTimeZone() throws Exception {
        LocalDatabase database = LocalPostgres.shared().newDatabase();
        assertEquals("ı", Sql.on(database).text("select lower('I')"));
        // The driver sets the time zone of its sessions, so the server is asked how it was started.
        String command = Sql.on(database.as("supabase_admin")).text("select pg_read_file('postmaster.opts')");
        assertTrue(command.contains("timezone=America/St_Johns"), command);
    }

    private static PostgresOptions onPort(int port) {
        PostgresOptions temporary = PostgresOptions.temporary();
        return new PostgresOptions(port, temporary.dataDirectory(), temporary.timeZone(), temporary.collation());
    }
}
