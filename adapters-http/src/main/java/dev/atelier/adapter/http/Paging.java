package dev.atelier.adapter.http;

import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.page.PageRequest;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Which part of a list is wanted, and where the next one begins. */
final class Paging {

    private static final String LIMIT = "limit";
    private static final String CURSOR = "cursor";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern CURSOR_TEXT = Pattern.compile("[A-Za-z0-9_-]{22}");

    private Paging() {}

    /**
     * The part that the query asks for.
     *
     * @throws DomainException.ValidationFailed ({@code limit}) when it is not a number in its range
     * @throws ProblemException for a cursor that was not made here
     */
    static PageRequest of(Context ctx) {
        int limit =
                Optional.ofNullable(ctx.queryParam(LIMIT)).map(Paging::limit).orElse(PageRequest.DEFAULT_LIMIT);
        return new PageRequest(
                limit, Optional.ofNullable(ctx.queryParam(CURSOR)).map(Paging::id));
    }

    private static int limit(String text) {
        int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
            throw new DomainException.ValidationFailed(LIMIT, "must be a number from 1 to " + PageRequest.MAX_LIMIT);
        }
        return limit;
    }

    /** The id that a page goes on below, in a form that nobody is tempted to make up. */
    static String cursor(UUID id) {
        var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static UUID id(String cursor) {
        if (CURSOR_TEXT.matcher(cursor).matches()) {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            var id = new UUID(bytes.getLong(), bytes.getLong());
            if (cursor(id).equals(cursor)) {
                return id;
            }
        }
        throw Problem.of(ProblemCode.INVALID_CURSOR, "The cursor is not one that a list has given as nextCursor.")
                .exception();
    }
}
