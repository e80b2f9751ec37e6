package dev.atelier.local.auth;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Speaks to Supabase Auth over plain HTTP, with the key and the version that supabase-js sends. */
record AuthClient(URI supabaseUrl) {

    static final String PASSWORD = "correct horse";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    Answer signUp(String email) throws IOException, InterruptedException {
        return post("/signup", Map.of("email", email, "password", PASSWORD));
    }

    Answer signIn(String email, String password) throws IOException, InterruptedException {
        return post("/token?grant_type=password", Map.of("email", email, "password", password));
    }

    Answer refresh(String refreshToken) throws IOException, InterruptedException {
        return post("/token?grant_type=refresh_token", Map.of("refresh_token", refreshToken));
    }

    Answer user(String accessToken) throws IOException, InterruptedException {
        return send(request("/user").header("Authorization", "Bearer " + accessToken));
    }

    Answer updateUser(String accessToken, Map<String, ?> change) throws IOException, InterruptedException {
        return send(request("/user")
                .header("Authorization", "Bearer " + accessToken)
                .PUT(json(change)));
    }

    Answer logOut(String accessToken, String query) throws IOException, InterruptedException {
        return send(request("/logout" + query)
                .header("Authorization", "Bearer " + accessToken)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    Answer recover(String email) throws IOException, InterruptedException {
        return post("/recover", Map.of("email", email));
    }

    /** Asks for a link that brings a code, which only whoever has the secret behind the challenge can exchange. */
    Answer recoverByPkce(String email, String codeChallenge) throws IOException, InterruptedException {
        return post(
                "/recover", Map.of("email", email, "code_challenge", codeChallenge, "code_challenge_method", "s256"));
    }

    Answer exchange(String authCode, String codeVerifier) throws IOException, InterruptedException {
        return post("/token?grant_type=pkce", Map.of("auth_code", authCode, "code_verifier", codeVerifier));
    }

    /** Opens the link of a mail as a browser does, without following where it leads. */
    Answer open(URI link) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(link).timeout(Duration.ofSeconds(20)));
    }

    Answer post(String path, Object body) throws IOException, InterruptedException {
        return send(request(path).POST(json(body)));
    }

    HttpRequest.Builder request(String path) {
        return bareRequest(path)
                .header("apikey", LocalSupabaseAuth.PUBLISHABLE_KEY)
                .header("X-Supabase-Api-Version", "2024-01-01");
    }

    HttpRequest.Builder bareRequest(String path) {
        return HttpRequest.newBuilder(URI.create(supabaseUrl + "/auth/v1" + path))
                .header("Content-Type", "application/json;charset=UTF-8")
                .timeout(Duration.ofSeconds(20));
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    private static HttpRequest.BodyPublisher json(Object body) throws IOException {
        return HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body));
    }
}
