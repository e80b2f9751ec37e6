package dev.atelier.adapter.http;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** A form with a small file. */
final class Form {

    private static final String BODY = """
            --frontier\r
            Content-Disposition: form-data; name="file"; filename="brief.txt"\r
            Content-Type: text/plain\r
            \r
            Cocoa and orange.\r
            --frontier--\r
            """;

    private Form() {}

    static HttpRequest.Builder upload(HttpRequest.Builder request) {
        return request("POST", request);
    }

    static HttpRequest.Builder request(String method, HttpRequest.Builder request) {
        return request.header("Content-Type", "multipart/form-data; boundary=frontier")
                .method(method, BodyPublishers.ofString(BODY));
    }
}
