package dev.atelier.local.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.atelier.local.mail.MailboxServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The real {@code @supabase/supabase-js} against the local Supabase Auth; needs Node and npm. */
class SupabaseJsTest {

    private static final Path SOURCES = Path.of("src/test/js");
    private static final Path WORKSPACE = Path.of("target/supabase-js");
    private static final Duration SHORT_LIFE = Duration.ofSeconds(2);

    @Test
    void theRealSdkDoesWhatItDoesWithTheRealService() throws Exception {
        copySources();
        run(Map.of(), "npm", "ci", "--no-audit", "--no-fund", "--prefer-offline");
        try (AuthServer auth = AuthServer.start();
                MailboxServer mailbox = MailboxServer.start(auth.mailbox(), 0);
                AuthServer shortLived = AuthServer.start(SHORT_LIFE);
                AdvancingClock clock = new AdvancingClock();
                AuthServer advancing = AuthServer.start(clock, Optional.empty())) {
            run(
                    Map.of(
                            "SUPABASE_URL", auth.supabaseUrl().toString(),
                            "SUPABASE_ANON_KEY", LocalSupabaseAuth.PUBLISHABLE_KEY,
                            "MAILBOX_URL", mailbox.url().toString(),
                            "SHORT_LIVED_SUPABASE_URL", shortLived.supabaseUrl().toString(),
                            "ADVANCING_SUPABASE_URL", advancing.supabaseUrl().toString(),
                            "CLOCK_URL", clock.url()),
                    "node",
                    "--test");
        }
    }

    /** What an earlier build has copied and is no longer there would be run as well. */
    private static void copySources() throws IOException {
        Files.createDirectories(WORKSPACE);
        for (Path old : files(WORKSPACE)) {
            Files.delete(old);
        }
        for (Path file : files(SOURCES)) {
            Files.copy(file, WORKSPACE.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(WORKSPACE.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> String.join(" ", command) + "\n" + output);
    }
}
