package dev.atelier.adapter.http.token;

import dev.atelier.port.PortFailure;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Where the issuer publishes its keys. An answer that is slow, large or from elsewhere is none. */
final class KeySetAddress implements AutoCloseable {

    private static final int MAX_BYTES = 256 * 1024;

    private final SupabaseAuthSettings settings;
    private final Supplier<SignatureProvider> provider;
    private final HttpClient client;

    /** @param provider who will use the keys; asked when there are some */
    KeySetAddress(SupabaseAuthSettings settings, Supplier<SignatureProvider> provider) {
        this.settings = settings;
        this.provider = provider;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.patience())
                .build();
    }

    /**
     * Asks for the keys.
     *
     * @throws PortFailure.Retryable when they cannot be had
     */
    KeySet fetch() {
        var request = HttpRequest.newBuilder(settings.keySetAddress())
                .header("Accept", "application/json")
                .timeout(settings.patience())
                .build();
        // The request's own timeout ends with the headers; this one covers the body too.
        var answer = client.sendAsync(request, info -> new LimitedBody(MAX_BYTES));
        try {
            return keys(answer.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw timedOut(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof HttpTimeoutException late ? timedOut(late) : unavailable(cause(e));
        } catch (IOException | IllegalArgumentException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        } finally {
            cancel(answer);
        }
    }

    private static Exception cause(ExecutionException e) {
        return e.getCause() instanceof Exception cause ? cause : e;
    }

    private static void cancel(CompletableFuture<?> answer) {
        answer.cancel(true);
    }

    private KeySet keys(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        return KeySet.parse(answer.body(), provider.get());
    }

    private PortFailure timedOut(Exception cause) {
        return PortFailure.Retryable.timedOut(
                PortFailure.Service.AUTH, "the keys at %s took too long".formatted(settings.keySetAddress()), cause);
    }

    private PortFailure unavailable(Exception cause) {
        return PortFailure.Retryable.unavailable(
                PortFailure.Service.AUTH,
                "the keys at %s cannot be had: %s".formatted(settings.keySetAddress(), cause),
                cause);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
