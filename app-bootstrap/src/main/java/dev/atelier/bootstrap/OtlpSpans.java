package dev.atelier.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sends spans to a collector of OpenTelemetry (OTLP over HTTP). All that goes back to one request is one trace, whose id follows
 * from that of the request: nothing else has to be carried from process to process. The only class that knows OpenTelemetry;
 * it is loaded when it is wanted.
 */
final class OtlpSpans implements Spans, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LAST_SECONDS = 3;
    private static final int QUEUED = 2_048;

    private final RequestIds ids = new RequestIds();
    private final SdkTracerProvider provider;

    private OtlpSpans(String service, URI endpoint) {
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint.toString().replaceAll("/+$", "") + "/v1/traces")
                .setConnectTimeout(PATIENCE)
                .setTimeout(PATIENCE)
                .build();
        this.provider = SdkTracerProvider.builder()
                .setIdGenerator(ids)
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setMaxQueueSize(QUEUED)
                        .build())
                .build();
    }

    /**
     * Opens a way to a collector, which may be away: what cannot be sent in time is dropped.
     *
     * @param service what this process is called
     * @param endpoint of the collector, such as {@code http://collector:4318}
     */
    static OtlpSpans open(String service, URI endpoint) {
        return new OtlpSpans(service, endpoint);
    }

    @Override
    public void record(Span span) {
        var end = Instant.now();
        var builder = provider.get("atelier")
                .spanBuilder(span.name())
                .setSpanKind(kind(span.kind()))
                .setStartTimestamp(end.minus(span.took()));
        span.attributes().forEach(builder::setAttribute);
        var started = start(builder, span);
        if (span.failed()) {
            started.setStatus(StatusCode.ERROR);
        }
        started.end(end);
    }

    private io.opentelemetry.api.trace.Span start(SpanBuilder builder, Span span) {
        if (span.requestId().isEmpty()) {
            return builder.setNoParent().startSpan();
        }
        var request = Ids.of(span.requestId().get());
        return span.kind() == Kind.REQUEST
                ? ids.giving(request, () -> builder.setNoParent().startSpan())
                : builder.setParent(Context.root().with(io.opentelemetry.api.trace.Span.wrap(request.context())))
                        .startSpan();
    }

    private static SpanKind kind(Kind kind) {
        return switch (kind) {
            case REQUEST -> SpanKind.SERVER;
            case JOB -> SpanKind.CONSUMER;
            case CALL -> SpanKind.CLIENT;
        };
    }

    /** Sends what is left, for a moment. */
    @Override
    public void close() {
        provider.shutdown().join(LAST_SECONDS, TimeUnit.SECONDS);
    }

    /** The trace of a request, and its first span. */
    private record Ids(String trace, String span) {

        static Ids of(String requestId) {
            try {
                var digest = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(requestId.getBytes(UTF_8)));
                return new Ids(digest.substring(0, 32), digest.substring(32, 48));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e); // every JDK has it
            }
        }

        SpanContext context() {
            return SpanContext.createFromRemoteParent(trace, span, TraceFlags.getSampled(), TraceState.getDefault());
        }
    }

    /** Random, but for the first span of a request. */
    private static final class RequestIds implements IdGenerator {

        private final IdGenerator random = IdGenerator.random();

        @SuppressWarnings("ThreadLocalUsage") // one for each collector
        private final ThreadLocal<Optional<Ids>> given = ThreadLocal.withInitial(Optional::empty);

        <T> T giving(Ids ids, Supplier<T> call) {
            given.set(Optional.of(ids));
            try {
                return call.get();
            } finally {
                given.remove();
            }
        }

        @Override
        public String generateTraceId() {
            return given.get().map(Ids::trace).orElseGet(random::generateTraceId);
        }

        @Override
        public String generateSpanId() {
            return given.get().map(Ids::span).orElseGet(random::generateSpanId);
        }
    }
}
