package dev.atelier.adapter.r2;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.health.Finding;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Writes an object, reads it as everybody may, asks what browsers may do with it, and removes it. */
final class BucketExamination {

    /** Among the files, so that the sweeper removes it should this be killed on the way. */
    private static final String PREFIX = ObjectKey.FILES + "doctor-";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final S3Client s3;
    private final R2Settings settings;
    private final Set<String> origins;
    private final InstantSource clock;
    private final String key = PREFIX + UUID.randomUUID();
    private final List<Finding> findings = new ArrayList<>();

    BucketExamination(S3Client s3, R2Settings settings, Set<String> origins, InstantSource clock) {
        this.s3 = s3;
        this.settings = settings;
        this.origins = Set.copyOf(origins);
        this.clock = clock;
    }

    List<Finding> findings() {
        new BucketProbe(s3, settings.bucket()).probe();
        if (!succeeds(
                "write an object",
                () -> s3.putObject(
                        request -> request.bucket(settings.bucket()).key(key).contentType("text/plain"),
                        RequestBody.fromString(key)))) {
            return findings;
        }
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            publicAddress(http);
            origins.stream().sorted().forEach(origin -> browsers(http, origin));
            http.shutdownNow();
        }
        succeeds(
                "delete an object",
                () -> s3.deleteObject(
                        request -> request.bucket(settings.bucket()).key(key)));
        if (findings.isEmpty()) {
            findings.add(Finding.ok("an object was written, read at its public address, and removed"));
        }
        return findings;
    }

    private boolean succeeds(String what, Runnable call) {
        try {
            call.run();
            return true;
        } catch (SdkException e) {
            PortFailure failure = R2Failures.translate(what, e);
            findings.add(Finding.fault(
                    String.valueOf(failure.getMessage()), "Give the R2 API token Object Read & Write for this bucket"));
            return false;
        }
    }

    private void publicAddress(HttpClient http) {
        var address = URI.create(settings.publicUrl().toString().replaceAll("/+$", "") + "/" + key);
        try {
            var answer = http.send(request(address).GET().build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200 || !key.equals(new String(answer.body(), StandardCharsets.UTF_8))) {
                notPublic("R2_PUBLIC_URL does not lead to the bucket's objects: status " + answer.statusCode());
            }
            time(answer);
        } catch (IOException e) {
            notPublic("R2_PUBLIC_URL cannot be reached: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void notPublic(String seen) {
        findings.add(
                Finding.fault(
                        seen,
                        "Make the bucket public by a custom domain in its settings, and set R2_PUBLIC_URL to https:// and that domain"));
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }

    /** Signatures are refused from 15 minutes on. */
    private void time(HttpResponse<?> answer) {
        date(answer)
                .map(theirs -> Duration.between(theirs, clock.instant()))
                .filter(apart -> apart.abs().compareTo(CLOCK_TOLERANCE) > 0)
                .ifPresent(
                        apart -> findings.add(
                                Finding.fault(
                                        "the clock of this machine is %d s %s that of the storage"
                                                .formatted(
                                                        apart.abs().toSeconds(),
                                                        apart.isNegative() ? "behind" : "ahead of"),
                                        "Set the clock (timedatectl set-ntp true): tokens and signed addresses are refused otherwise")));
    }

    private static Optional<Instant> date(HttpResponse<?> answer) {
        try {
            return answer.headers()
                    .firstValue("Date")
                    .map(DateTimeFormatter.RFC_1123_DATE_TIME::parse)
                    .map(Instant::from);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** A preflight as a browser sends it before a direct upload (Fetch standard, "CORS-preflight request"). */
    private void browsers(HttpClient http, String origin) {
        var base = settings.endpoint().toString().replaceAll("/+$", "");
        var address = URI.create("%s/%s/%s".formatted(base, settings.bucket(), key));
        for (String method : List.of("PUT", "GET")) {
            var preflight = request(address)
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                    .header("Origin", origin)
                    .header("Access-Control-Request-Method", method)
                    .header("Access-Control-Request-Headers", "content-type")
                    .build();
            try {
                if (!allows(http.send(preflight, BodyHandlers.discarding()), origin, method)) {
                    findings.add(
                            Finding.fault(
                                    "the bucket's CORS rules do not let %s %s with content-type"
                                            .formatted(origin, method),
                                    "Add the CORS policy of docs/operations.md to the bucket, with FRONTEND_URL as AllowedOrigins"));
                    return;
                }
            } catch (IOException e) {
                findings.add(Finding.fault(
                        "R2_ENDPOINT does not answer a browser's preflight: "
                                + e.getClass().getSimpleName(),
                        "Check R2_ENDPOINT"));
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean allows(HttpResponse<?> answer, String origin, String method) {
        return answer.statusCode() < 300
                && listed(answer, "Access-Control-Allow-Origin", origin)
                && listed(answer, "Access-Control-Allow-Methods", method)
                && listed(answer, "Access-Control-Allow-Headers", "content-type");
    }

    private static boolean listed(HttpResponse<?> answer, String header, String wanted) {
        return answer.headers().allValues(header).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(String::strip)
                .anyMatch(value ->
                        value.equals("*") || value.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT)));
    }
}
