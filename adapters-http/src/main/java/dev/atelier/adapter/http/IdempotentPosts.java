package dev.atelier.adapter.http;

import dev.atelier.port.in.idempotency.IdempotentRequests;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/** Does what a POST asks for, once for each {@code Idempotency-Key}. */
final class IdempotentPosts {

    private static final String KEY = "Idempotency-Key";

    private final IdempotentRequests requests;

    IdempotentPosts(IdempotentRequests requests) {
        this.requests = requests;
    }

    /** Answers by {@code work}, or by what it answered when the same request came before. */
    void answer(Context ctx, JsonBody body, Supplier<Answer> work) throws IOException {
        var key = key(ctx);
        if (key.isEmpty()) {
            work.get().send(ctx);
        } else {
            once(ctx, key.get(), body.bytes(), work).send(ctx);
        }
    }

    /**
     * The key of the request; empty when it has none.
     *
     * @throws ProblemException for one that says nothing
     */
    static Optional<String> key(Context ctx) {
        var key = Optional.ofNullable(ctx.header(KEY));
        if (key.filter(String::isBlank).isPresent()) {
            throw Problem.of(ProblemCode.MALFORMED_REQUEST, KEY + " must not be empty.")
                    .exception();
        }
        return key;
    }

    /** @param content tells the body of the request from any other */
    RecordedAnswer once(Context ctx, String key, byte[] content, Supplier<Answer> work) {
        var recorded = requests.once(
                RequestScope.user(ctx.req()), key, fingerprint(ctx, content), () -> RecordedAnswer.record(work.get()));
        return RecordedAnswer.parse(recorded);
    }

    private static String fingerprint(Context ctx, byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((ctx.req().getMethod() + "\n" + ctx.path() + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
