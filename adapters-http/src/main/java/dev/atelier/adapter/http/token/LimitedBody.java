package dev.atelier.adapter.http.token;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The bytes of an answer, which must not be more than a limit. */
final class LimitedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
    private Optional<Flow.Subscription> subscription = Optional.empty();
    private final int maxBytes;
    private int received;

    LimitedBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return bytes.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = Optional.of(begun);
        bytes.onSubscribe(begun);
    }

    @Override
    public void onNext(List<ByteBuffer> items) {
        received += items.stream().mapToInt(ByteBuffer::remaining).sum();
        if (received > maxBytes) {
            subscription.ifPresent(Flow.Subscription::cancel);
            bytes.onError(new IOException("more than " + maxBytes + " bytes"));
        } else {
            bytes.onNext(items);
        }
    }

    @Override
    public void onError(Throwable failure) {
        bytes.onError(failure);
    }

    @Override
    public void onComplete() {
        bytes.onComplete();
    }
}
