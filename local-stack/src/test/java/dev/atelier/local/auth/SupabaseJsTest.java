package dev.atelier.local.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The real {@code @supabase/supabase-js} against the local Supabase Auth; needs Node and npm. */
class SupabaseJsTest {

    private static final Path SOURCES = Path.of("src/test/js");
    private static final Path WORKSPACE = Path.of("target/supabase-js");

    @Test
    void theRealSdkSignsUpSignsInRefreshesAndSignsOutAndSeesTheDocumentedErrorCodes() throws Exception {
        for (String file : new String[] {"package.json", "package-lock.json", ".npmrc", "supabase-auth.test.js"}) {
            Files.createDirectories(WORKSPACE);
            Files.copy(SOURCES.resolve(file), WORKSPACE.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run(Map.of(), "npm", "ci", "--no-audit", "--no-fund", "--prefer-offline");
        try (AuthServer auth = AuthServer.start()) {
            run(
                    Map.of(
                            "SUPABASE_URL",
                            auth.supabaseUrl().toString(),
                            "SUPABASE_ANON_KEY",
                            LocalSupabaseAuth.PUBLISHABLE_KEY),
                    "node",
                    "--test",
                    "supabase-auth.test.js");
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
