package dev.atelier.adapter.http;

import dev.atelier.port.in.file.SignedUrl;
import java.net.URI;
import java.time.Instant;

record SignedUrlJson(URI url, Instant expiresAt) {

    static SignedUrlJson of(SignedUrl signed) {
        return new SignedUrlJson(signed.url(), signed.expiresAt());
    }
}
