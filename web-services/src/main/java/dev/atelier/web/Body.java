package dev.atelier.web;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The bytes of an answer as they arrive, asked for one after the other. The streams that the JDK offers wait for ever for
 * a service that falls silent.
 */
final class Body implements BodySubscriber<Body>, AutoCloseable {

    /** At most what was asked for and the end: the service is slowed down to our pace. */
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();

    private sealed interface Arrival {}

    private record Bytes(List<ByteBuffer> buffers) implements Arrival {}

    private record End() implements Arrival {}

    private record Broken(Throwable cause) implements Arrival {}

    /**
     * Waits for the next bytes; none at the end.
     *
     * @throws HttpTimeoutException when nothing comes within {@code limit}
     * @throws IOException when the connection broke
     */
    Optional<List<ByteBuffer>> next(Duration limit) throws IOException, InterruptedException {
        subscription.join().request(1);
        var arrival = arrivals.poll(Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
        return switch (arrival) {
            case null -> throw new HttpTimeoutException("the service fell silent");
            case Bytes bytes -> Optional.of(bytes.buffers());
            case End end -> {
                arrivals.add(end); // for whoever asks again
                yield Optional.empty();
            }
            case Broken broken -> throw new IOException("the answer broke off", broken.cause());
        };
    }

    /** Ends the answer; when there would have been more of it, the connection is closed. */
    @Override
    public void close() {
        var unused = subscription.thenAccept(Subscription::cancel);
    }

    @Override
    public CompletionStage<Body> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription.complete(begun);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        arrivals.add(new Bytes(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        arrivals.add(new Broken(cause));
    }

    @Override
    public void onComplete() {
        arrivals.add(new End());
    }
}
