package dev.atelier.adapter.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The body of a request that is JSON, read and not yet understood. */
final class JsonBody {

    static final int MAX_BYTES = 5 * 1024 * 1024;

    private static final Pattern JSON_TYPE =
            Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);

    private final byte[] bytes;

    private JsonBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether the request has a body, of whatever kind. */
    static boolean isThere(Context ctx) {
        return ctx.req().getContentLengthLong() > 0 || ctx.header("Transfer-Encoding") != null;
    }

    /** @throws ProblemException when it is of another type or too large */
    static JsonBody read(Context ctx) throws IOException {
        requireJson(ctx);
        if (ctx.req().getContentLengthLong() > MAX_BYTES) {
            throw FailureProblems.tooLarge(MAX_BYTES).exception();
        }
        var bytes = new SteadyInputStream(ctx.req().getInputStream()).readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw FailureProblems.tooLarge(MAX_BYTES).exception();
        }
        return new JsonBody(bytes);
    }

    private static void requireJson(Context ctx) {
        var type = Optional.ofNullable(ctx.req().getContentType()).orElse("").strip();
        var encoding = Optional.ofNullable(ctx.header("Content-Encoding")).orElse("identity");
        if (!JSON_TYPE.matcher(type).matches()
                || !encoding.toLowerCase(Locale.ROOT).equals("identity")) {
            throw Problem.of(
                            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                            "The body must be application/json in UTF-8, not encoded.")
                    .exception();
        }
    }

    /**
     * What the body says.
     *
     * @param type a record of {@link Optional}s: what is required is a rule, and not a matter of JSON
     * @throws ProblemException when it is not JSON, or says something else
     */
    <T> T as(Class<T> type) throws IOException {
        if (bytes.length == 0) {
            throw malformed("The body is empty; a JSON object is expected.");
        }
        try (var parser = new CarefulParser(Json.MAPPER.createParser(bytes))) {
            return Optional.ofNullable(Json.MAPPER.readValue(parser, type))
                    .orElseThrow(() -> malformed("The body is null; a JSON object is expected."));
        } catch (JsonProcessingException e) {
            throw malformed(JsonFaults.describe(e));
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static ProblemException malformed(String detail) {
        return Problem.of(ProblemCode.MALFORMED_REQUEST, detail).exception();
    }
}
