package dev.atelier.adapter.http;

import dev.atelier.domain.account.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Somebody's client of a server. */
final class Api {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI address;
    private final Optional<String> token;
    private final UserId user;

    Api(int port, Optional<String> token, UserId user) {
        this.address = URI.create("http://localhost:" + port);
        this.token = token;
        this.user = user;
    }

    UserId user() {
        return user;
    }

    boolean isStranger() {
        return token.isEmpty();
    }

    String token() {
        return token.orElseThrow();
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return request;
    }

    /** What is asked and answered must be as the description of the API says. */
    Reply send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var reply = Reply.of(CLIENT.send(request, BodyHandlers.ofByteArray()));
            Conformity.check(request, reply);
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    Reply get(String path) {
        return send(request(path));
    }

    Reply get(String path, String header, String value) {
        return send(request(path).header(header, value));
    }

    Reply head(String path) {
        return send(request(path).method("HEAD", BodyPublishers.noBody()));
    }

    Reply delete(String path) {
        return send(request(path).DELETE());
    }

    Reply post(String path, String json) {
        return json("POST", path, json, request -> request);
    }

    /** Without a body. */
    Reply post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    Reply put(String path, String json) {
        return json("PUT", path, json, request -> request);
    }

    Reply patch(String path, String json) {
        return json("PATCH", path, json, request -> request);
    }

    Reply json(String method, String path, String json, UnaryOperator<HttpRequest.Builder> more) {
        return send(more.apply(request(path).header("Content-Type", "application/json"))
                .method(method, BodyPublishers.ofString(json)));
    }

    /** The path of a new project. */
    String newProject() {
        return post(Routes.PROJECTS, "{\"name\":\"Tea\"}")
                .expect(201)
                .header("Location")
                .orElseThrow();
    }

    /** The path of a new workflow that writes one text. */
    String newWorkflow() {
        return post(newProject() + "/workflows", "{\"name\":\"Ads\",\"definition\":" + Definitions.ONE_TEXT + "}")
                .expect(201)
                .header("Location")
                .orElseThrow();
    }
}
