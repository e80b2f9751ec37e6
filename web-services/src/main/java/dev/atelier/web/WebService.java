package dev.atelier.web;

import dev.atelier.port.PortFailure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** A service of the web at its base address. Safe for use by many threads; nothing is sent before the first call. */
public final class WebService implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final String name;
    private final String base;
    private final Map<String, String> headers;
    private final String key;
    private final Patience patience;
    private final InstantSource clock;
    private final HttpClient client;

    private WebService(
            String name,
            String base,
            Map<String, String> headers,
            String key,
            Patience patience,
            InstantSource clock,
            HttpClient client) {
        this.name = name;
        this.base = base;
        this.headers = Map.copyOf(headers);
        this.key = key;
        this.patience = patience;
        this.clock = clock;
        this.client = client;
    }

    /**
     * Opens the service. No call is made.
     *
     * @param name of the service, for people
     * @param headers of every call
     * @param key that no failure may show
     */
    public static WebService open(
            String name, URI base, Map<String, String> headers, String key, Patience patience, InstantSource clock) {
        var address = base.toString().replaceAll("/+$", "");
        var client = HttpClient.newBuilder()
                // Only TLS can agree on HTTP/2 without asking in the middle of a request.
                .version(address.startsWith("https:") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER) // the key is for nobody else
                .connectTimeout(patience.connect())
                .build();
        return new WebService(name, address, headers, key, patience, clock, client);
    }

    /** The same service for calls that have to be over sooner. To close one of the two closes both. */
    public WebService within(Duration total) {
        return new WebService(name, base, headers, key, patience.withTotal(total), clock, client);
    }

    /**
     * Makes a call and has the answer read. It is made again, after a pause, when the service could not be reached; one that
     * is harmless also when the service asks for it or when the answer was lost. An interrupt ends it at once, connection
     * included; the thread's interrupt status is then set.
     *
     * @param read makes something of the answer, successful or not, or throws the {@link PortFailure} that it is
     * @throws PortFailure of the last attempt
     */
    public <T> T call(Call call, Function<Answer, T> read) {
        var deadline = Deadline.in(patience.total());
        for (int attempt = 0; ; attempt++) {
            try {
                return attempt(call, read, deadline);
            } catch (PortFailure e) {
                var pause = pause(attempt, e);
                if (!mayHelp(attempt, call, e) || !deadline.leaves(pause) || !rest(pause)) {
                    throw e;
                }
            }
        }
    }

    private boolean mayHelp(int attempt, Call call, PortFailure failure) {
        boolean unreached = Optional.ofNullable(failure.getCause())
                .filter(Failures::isUnreached)
                .isPresent();
        boolean harmless = call.harmless() && failure instanceof PortFailure.Retryable;
        return (unreached || harmless)
                && attempt < patience.repetitions()
                && !Thread.currentThread().isInterrupted();
    }

    /** Twice as long each time, never all at the same moment, and not shorter than the service asked for. */
    private static Duration pause(int attempt, PortFailure failure) {
        long doubled = Math.min(FIRST_PAUSE.toMillis() << attempt, LONGEST_PAUSE.toMillis());
        var own = Duration.ofMillis(doubled / 2 + ThreadLocalRandom.current().nextLong(doubled / 2 + 1));
        var asked = failure instanceof PortFailure.Retryable retryable
                ? retryable.retryAfter().orElse(Duration.ZERO)
                : Duration.ZERO;
        return own.compareTo(asked) < 0 ? asked : own;
    }

    private static boolean rest(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> T attempt(Call call, Function<Answer, T> read, Deadline deadline) {
        var failures = new Failures(name, call, key);
        var silence = call.slow() ? patience.total() : patience.silence();
        var response = respond(call, failures, deadline.left(silence));
        try {
            return read.apply(new Answer(response, clock.instant(), failures, deadline, silence));
        } finally {
            response.body().close();
        }
    }

    private HttpResponse<Body> respond(Call call, Failures failures, Duration limit) {
        if (Thread.currentThread().isInterrupted()) {
            throw failures.passing("it was interrupted before");
        }
        var sent = client.sendAsync(request(call), info -> new Body());
        try {
            return sent.get(Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw failures.lost(Optional.ofNullable(e.getCause()).orElse(e));
        } catch (TimeoutException e) {
            abandon(sent);
            var late = new HttpTimeoutException("no answer in time");
            late.initCause(e);
            throw failures.lost(late);
        } catch (InterruptedException e) {
            abandon(sent);
            Thread.currentThread().interrupt();
            throw failures.lost(e);
        }
    }

    /** Closes the connection, also when the answer begins at this very moment. */
    private static void abandon(CompletableFuture<HttpResponse<Body>> sent) {
        sent.cancel(true);
        var unused = sent.thenAccept(response -> response.body().close());
    }

    private HttpRequest request(Call call) {
        var request = HttpRequest.newBuilder(URI.create(base + call.path()))
                .header("Accept", "application/json, text/event-stream");
        headers.forEach(request::header);
        call.body()
                .ifPresentOrElse(
                        body -> request.header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body)),
                        request::GET);
        return request.build();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
