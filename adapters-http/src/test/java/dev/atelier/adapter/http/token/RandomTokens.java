package dev.atelier.adapter.http.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.nimbusds.jose.util.Base64URL;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** An endless row of texts that somebody might send as a token, none of which is one; the same row for the same seed. */
public final class RandomTokens {

    private static final List<String> HEADERS = List.of(
            "{\"alg\":\"none\"}",
            "{\"alg\":\"HS256\",\"kid\":\"one\",\"typ\":\"JWT\"}",
            "{\"alg\":\"ES256\",\"kid\":{\"a\":[1,2,{}]}}",
            "{\"alg\":\"RS256\",\"kid\":\"one\",\"x5c\":[\"\"]}",
            "{\"alg\":\"ES256\",\"kid\":\"one\",\"crit\":[\"\"]}",
            "{\"alg\":\"EdDSA\",\"kid\":\"\\ud800\"}",
            "{\"alg\":1e999999999,\"kid\":-0.0}",
            "{\"alg\":\"ES256\",\"kid\":\"" + "k".repeat(5_000) + "\"}",
            "{\"\":" + "[".repeat(3_000));

    private final Random random;
    private final String valid;
    private final List<UnaryOperator<String>> changes = List.of(
            this::changeOne, this::removeSome, this::repeatSome, this::insertSome, this::otherPart, this::otherJson);

    public RandomTokens(long seed, String valid) {
        this.random = new Random(seed);
        this.valid = valid;
    }

    public Stream<String> stream() {
        return Stream.generate(this::next).filter(token -> !token.equals(valid));
    }

    private String next() {
        if (random.nextInt(10) == 0) {
            return text(random.nextInt(300));
        }
        var token = valid;
        for (int i = random.nextInt(3); i >= 0; i--) {
            token = changes.get(random.nextInt(changes.size())).apply(token);
        }
        return token;
    }

    private String changeOne(String token) {
        int at = at(token);
        return token.substring(0, at) + character() + token.substring(Math.min(token.length(), at + 1));
    }

    private String removeSome(String token) {
        int at = at(token);
        return token.substring(0, at) + token.substring(Math.min(token.length(), at + 1 + random.nextInt(20)));
    }

    private String repeatSome(String token) {
        int at = at(token);
        return token.substring(0, at) + token.substring(at).repeat(1 + random.nextInt(4));
    }

    private String insertSome(String token) {
        int at = at(token);
        return token.substring(0, at) + text(random.nextInt(20)) + token.substring(at);
    }

    /** One of its parts is another's. */
    private String otherPart(String token) {
        var parts = token.split("\\.", -1);
        parts[random.nextInt(parts.length)] = parts[random.nextInt(parts.length)];
        return String.join(".", parts);
    }

    /** What one of its parts says is changed, and written down again as it should be. */
    private String otherJson(String token) {
        var parts = token.split("\\.", -1);
        int part = random.nextInt(parts.length);
        var json = new String(new Base64URL(parts[part]).decode(), ISO_8859_1);
        var other = random.nextBoolean() ? HEADERS.get(random.nextInt(HEADERS.size())) : changeOne(json);
        parts[part] = Base64URL.encode(other.getBytes(ISO_8859_1)).toString();
        return String.join(".", parts);
    }

    private int at(String token) {
        return random.nextInt(token.length() + 1);
    }

    private String text(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(character());
        }
        return text.toString();
    }

    /** Mostly one that a token may have. */
    private char character() {
        var usual = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/";
        return random.nextInt(20) == 0 ? (char) random.nextInt(0x10000) : usual.charAt(random.nextInt(usual.length()));
    }
}
