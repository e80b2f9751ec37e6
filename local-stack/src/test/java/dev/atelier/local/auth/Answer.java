package dev.atelier.local.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.Optional;

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

    SignedJWT token() throws ParseException {
        return SignedJWT.parse(accessToken());
    }
}
