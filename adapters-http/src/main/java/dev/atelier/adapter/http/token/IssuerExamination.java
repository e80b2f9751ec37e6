package dev.atelier.adapter.http.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.atelier.port.out.health.Finding;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Asks the issuer what it calls itself, where it tells (OpenID Connect Discovery 1.0, section 4): tokens name that, and are
 * refused when we expect another name.
 */
record IssuerExamination(SupabaseAuthSettings settings) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MAX_BYTES = 64 * 1024;

    /** Empty when the name is right, and when it is not told, as older ones do not. */
    Optional<Finding> finding() {
        return told().filter(issuer -> !issuer.equals(settings.issuer()))
                .map(issuer -> Finding.fault(
                        "the project calls itself %s, and SUPABASE_URL makes it %s, so that every token is refused"
                                .formatted(printable(issuer), settings.issuer()),
                        "Set SUPABASE_URL to what the project calls itself, without /auth/v1"));
    }

    private Optional<String> told() {
        try (var client =
                HttpClient.newBuilder().connectTimeout(settings.patience()).build()) {
            var request = HttpRequest.newBuilder(URI.create(settings.issuer() + "/.well-known/openid-configuration"))
                    .header("Accept", "application/json")
                    .timeout(settings.patience())
                    .build();
            var answer = client.send(request, info -> new LimitedBody(MAX_BYTES));
            client.shutdownNow();
            return issuer(answer);
        } catch (IOException notTold) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> issuer(HttpResponse<byte[]> answer) {
        try {
            var text = new String(answer.body(), StandardCharsets.UTF_8);
            return answer.statusCode() == 200
                    ? Optional.of(JSON.readTree(text).path("issuer").asText()).filter(issuer -> !issuer.isEmpty())
                    : Optional.empty();
        } catch (JsonProcessingException otherPage) {
            return Optional.empty();
        }
    }

    private static String printable(String issuer) {
        return issuer.substring(0, Math.min(200, issuer.length())).replaceAll("[^!-~]", "?");
    }
}
