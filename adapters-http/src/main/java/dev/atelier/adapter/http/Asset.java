package dev.atelier.adapter.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Something that is the same for everybody, and as long as this process runs. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Asset(String mediaType, EntityTag tag, byte[] content) {

    private static final String FOR_MINUTES = "public, max-age=300";

    static Asset of(String mediaType, byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new Asset(mediaType, new EntityTag(HexFormat.of().formatHex(digest)), content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }

    void send(Context ctx) throws IOException {
        ctx.header("Cache-Control", FOR_MINUTES).header("ETag", tag.text());
        if (tag.isKnown(ctx)) {
            ctx.status(304);
        } else {
            ctx.contentType(mediaType);
            ctx.res().setContentLength(content.length);
            ctx.res().getOutputStream().write(content);
        }
    }
}
