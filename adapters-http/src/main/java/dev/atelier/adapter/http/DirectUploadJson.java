package dev.atelier.adapter.http;

import dev.atelier.port.in.file.DirectUpload;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The request that a browser is to make. */
record DirectUploadJson(UUID fileId, String method, URI url, Map<String, String> headers, Instant expiresAt) {

    static DirectUploadJson of(DirectUpload upload) {
        return new DirectUploadJson(upload.file().value(), "PUT", upload.url(), upload.headers(), upload.expiresAt());
    }
}
