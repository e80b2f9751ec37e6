package dev.atelier.local.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the server answered. */
record Answer(HttpResponse<String> response) {

    int status() {
        return response.statusCode();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    JsonNode json() {
        try {
            return Json.MAPPER.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON but " + response.body(), e);
        }
    }

    /** A field of the answer as text; empty if it is not there. */
    String text(String field) {
        return json().path(field).asText();
    }

    String accessToken() {
        return text("access_token");
    }

    String refreshToken() {
        return text("refresh_token");
    }

    /** Where it sends a browser. */
    URI location() {
        return URI.create(header("Location").orElseThrow());
    }

    /** What comes with the address after the number sign. */
    Map<String, String> fragment() {
        return parameters(location().getRawFragment());
    }

    /** What comes with the address after the question mark. */
    Map<String, String> query() {
        return parameters(location().getRawQuery());
    }

    private static Map<String, String> parameters(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    SignedJWT token() throws ParseException {
        return SignedJWT.parse(accessToken());
    }
}
