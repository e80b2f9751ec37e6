package dev.atelier.adapter.http;

import dev.atelier.port.in.Precondition;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of what an address shows (RFC 9110, section 8.8.3): the revision of a thing, or the digest of a file.
 *
 * @param opaque what is between the quotes
 */
record EntityTag(String opaque) {

    private static final String IF_MATCH = "If-Match";
    private static final String IF_NONE_MATCH = "If-None-Match";
    private static final String ANY = "*";
    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*(,|$)");
    /** The state that may be behind it says nothing about the revision. */
    private static final Pattern REVISION = Pattern.compile("([1-9][0-9]{0,17})(?:-[a-z]{1,20})?");

    static EntityTag ofRevision(long revision) {
        return new EntityTag(Long.toString(revision));
    }

    /** Of a thing that gets from one state into another within a revision. */
    static EntityTag ofRevision(long revision, String state) {
        return new EntityTag(revision + "-" + state);
    }

    /** As it is written in a header. */
    String text() {
        return '"' + opaque + '"';
    }

    static boolean isConditional(Context ctx) {
        return ctx.header(IF_MATCH) != null;
    }

    /**
     * The revisions that the request wants to change, when it says so.
     *
     * @throws ProblemException when it does not say so in the words of the RFC
     */
    static Precondition precondition(Context ctx) {
        var given = header(ctx, IF_MATCH);
        if (given.isEmpty() || given.equals(ANY)) {
            return Precondition.none();
        }
        var revisions = new HashSet<Long>();
        for (var tag : parse(given, IF_MATCH)) {
            var revision = REVISION.matcher(tag.opaque);
            if (!tag.weak && revision.matches()) {
                revisions.add(Long.parseLong(revision.group(1)));
            }
        }
        return Precondition.revisionIn(revisions);
    }

    /** Ends the request when it wants to change another version than this one. */
    void requireMatch(Context ctx) {
        var given = header(ctx, IF_MATCH);
        if (!given.isEmpty()
                && !given.equals(ANY)
                && parse(given, IF_MATCH).stream().noneMatch(tag -> !tag.weak && tag.opaque.equals(opaque))) {
            throw Problem.of(
                            ProblemCode.PRECONDITION_FAILED, "If-Match does not name the current ETag, " + text() + ".")
                    .exception();
        }
    }

    /** Whether the client has this version already. */
    boolean isKnown(Context ctx) {
        var given = header(ctx, IF_NONE_MATCH);
        return !given.isEmpty()
                && (given.equals(ANY)
                        || parse(given, IF_NONE_MATCH).stream().anyMatch(tag -> tag.opaque.equals(opaque)));
    }

    private static String header(Context ctx, String name) {
        return String.join(",", Collections.list(ctx.req().getHeaders(name))).strip();
    }

    private static List<Listed> parse(String header, String name) {
        var tags = new ArrayList<Listed>();
        Matcher matcher = TAG.matcher(header);
        int from = 0;
        while (from < header.length() && matcher.find(from) && matcher.start() == from) {
            tags.add(new Listed(matcher.group(2), matcher.group(1) != null));
            from = matcher.end();
        }
        if (from < header.length()) {
            throw Problem.of(ProblemCode.MALFORMED_REQUEST, name + " must be a list of ETags in quotes, or *.")
                    .exception();
        }
        return tags;
    }

    /** The tags are compared by the strong comparison where something is changed, by the weak one where it is shown. */
    private record Listed(String opaque, boolean weak) {}
}
