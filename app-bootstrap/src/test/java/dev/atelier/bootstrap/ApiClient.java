package dev.atelier.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** A user of the API, who has signed up like everybody else. */
record ApiClient(String api, String token) {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Somebody new. */
    static ApiClient signUp(Map<String, String> environment, int port) {
        var body = JSON.createObjectNode()
                .put("email", UUID.randomUUID() + "@example.com")
                .put("password", UUID.randomUUID().toString());
        var request = HttpRequest.newBuilder(URI.create(environment.get("SUPABASE_URL") + "/auth/v1/signup"))
                .header("apikey", String.valueOf(environment.get("SUPABASE_ANON_KEY")))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        var session = parse(send(request).body());
        return new ApiClient(
                "http://localhost:" + port + "/api/v1",
                session.get("access_token").asText());
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    HttpResponse<String> post(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** The same with a key, so that it may be sent again. */
    HttpResponse<String> post(String path, JsonNode body, String idempotencyKey) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** Uploads a file of one field. */
    HttpResponse<String> upload(String path, String fileName, String content) {
        return send(form(request(path), "POST", fileName, content));
    }

    /** The request with a form of one file. */
    static HttpRequest.Builder form(HttpRequest.Builder request, String method, String fileName, String content) {
        var body = """
                --boundary\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: text/plain\r
                \r
                %s\r
                --boundary--\r
                """.formatted(fileName, content);
        return request.header("Content-Type", "multipart/form-data; boundary=boundary")
                .method(method, BodyPublishers.ofString(body));
    }

    /** Uploads a form whose length is not told; its boundary is {@code boundary}. */
    HttpResponse<String> upload(String path, Supplier<InputStream> form) {
        return upload(path, BodyPublishers.ofInputStream(form));
    }

    /** Uploads a form whose boundary is {@code boundary}. */
    HttpResponse<String> upload(String path, BodyPublisher form) {
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=boundary")
                .POST(form));
    }

    /** What was answered, which must have been a success. */
    static JsonNode succeeded(HttpResponse<String> answer) {
        assertTrue(answer.statusCode() / 100 == 2, () -> answer.statusCode() + " " + answer.body());
        return parse(answer.body());
    }

    static <T> HttpResponse<T> fetch(URI address, HttpResponse.BodyHandler<T> handler) {
        return send(HttpRequest.newBuilder(address), handler);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path)).header("Authorization", "Bearer " + token);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request.timeout(PATIENCE).build(), handler);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body.getBytes(UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException(body, e);
        }
    }
}
