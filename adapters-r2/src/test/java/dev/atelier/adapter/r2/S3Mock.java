package dev.atelier.adapter.r2;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Adobe's S3Mock as a child of this JVM: another server than S3Proxy, which looks at no signature. */
final class S3Mock implements AutoCloseable {

    private static final Path JAR = Path.of("target", "s3mock", "s3mock.jar");
    private static final Pattern STARTED = Pattern.compile("started on ports \\d+ \\(https\\), (\\d+) \\(http\\)");
    private static final String BUCKET = "bucket";
    private static final int START_SECONDS = 180;

    private final Process process;
    private final URI endpoint;

    private S3Mock(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static S3Mock start() {
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            JAR.toString(),
                            "--server.port=0",
                            "--http.port=0",
                            "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET)
                    .redirectErrorStream(true)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new S3Mock(process, URI.create("http://localhost:" + port(process)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its output is read to the end: with a full pipe it would stop. */
    private static String port(Process process) {
        var port = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> {
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    var started = STARTED.matcher(line);
                    if (started.find()) {
                        port.complete(started.group(1));
                    }
                }
                port.completeExceptionally(new IllegalStateException("S3Mock has ended"));
            } catch (IOException e) {
                port.completeExceptionally(e);
            }
        });
        return port.orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
    }

    R2Settings settings() {
        return R2Settings.of(endpoint, "any", "any", BUCKET, endpoint.resolve("/" + BUCKET));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
