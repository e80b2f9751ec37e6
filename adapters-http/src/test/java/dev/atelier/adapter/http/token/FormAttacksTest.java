package dev.atelier.adapter.http.token;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.Base64URL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are not written the way there is. They are all signed, so that nothing else can be what is wrong. */
class FormAttacksTest {

    private final Verifier verifier = Verifier.withEs256(SignatureProvider.fastest());
    private final SigningKey key = verifier.key;

    @AfterEach
    void close() {
        verifier.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "...", "a.b.c", "e30.e30.e30", "\u0000.\u0000.\u0000", "ä.ö.ü", "sb_secret_Abc"})
    void what_is_no_token_at_all(String text) {
        verifier.assertInvalid(text);
    }

    @Test
    void parts_that_are_missing_or_too_many() {
        var parts = key.sign(verifier.claims()).split("\\.", -1);

        verifier.assertAccepted(String.join(".", parts));
        verifier.assertInvalid(parts[0] + "." + parts[1]);
        verifier.assertInvalid(parts[0] + ".." + parts[2]);
        verifier.assertInvalid("." + parts[1] + "." + parts[2]);
        verifier.assertInvalid(parts[1] + "." + parts[2]);
        verifier.assertInvalid(String.join(".", parts) + ".");
        verifier.assertInvalid(String.join(".", parts) + "." + parts[2]);
        verifier.assertInvalid("." + String.join(".", parts));
    }

    @Test
    void encrypted_tokens_which_have_five_parts() {
        var header = Base64URL.encode("{\"alg\":\"dir\",\"enc\":\"A128GCM\",\"kid\":\"one\"}");

        verifier.assertInvalid(header + "..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA");
        verifier.assertInvalid(key.sign("""
                {"alg":"ES256","enc":"A128GCM","kid":"one","typ":"JWT"}""", verifier.claims()));
    }

    @Test
    void the_json_serialisation() {
        var parts = key.sign(verifier.claims()).split("\\.", -1);

        verifier.assertInvalid("""
                {"payload":"%s","protected":"%s","signature":"%s"}""".formatted(parts[1], parts[0], parts[2]));
        verifier.assertInvalid("""
                {"payload":"%s","signatures":[{"protected":"%s","signature":"%s"}]}""".formatted(parts[1], parts[0], parts[2]));
    }

    @Test
    void base64url_with_padding() {
        var header = key.header();
        while (header.length() % 3 == 0) {
            header += " ";
        }
        var padded = java.util.Base64.getUrlEncoder().encodeToString(header.getBytes(UTF_8));

        verifier.assertAccepted(key.signEncoded(padded.replace("=", "") + "." + payload()));
        verifier.assertInvalid(key.signEncoded(padded + "." + payload()));
        verifier.assertInvalid(key.sign(verifier.claims()) + "==");
    }

    @Test
    void base64url_with_white_space_or_other_characters() {
        var header = Base64URL.encode(key.header()).toString();

        for (String other : new String[] {" ", "\n", "\t", "+", "/", "%", "\u0000", "\u00e9"}) {
            verifier.assertInvalid(key.signEncoded(header + "." + payload() + other));
            verifier.assertInvalid(key.signEncoded(other + header + "." + payload()));
            verifier.assertInvalid(key.sign(verifier.claims()) + other);
        }
    }

    @Test
    void base64url_with_stray_bits_behind_the_last_octet() {
        // 64 octets are 86 characters, of which the last has four bits too many.
        var token = key.sign(verifier.claims());
        char last = token.charAt(token.length() - 1);
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char stray = alphabet.charAt(alphabet.indexOf(last) + 1);

        verifier.assertAccepted(token);
        verifier.assertInvalid(token.substring(0, token.length() - 1) + stray);
    }

    @Test
    void json_with_a_member_that_is_there_twice() {
        verifier.assertInvalid(key.sign("""
                {"alg":"ES256","kid":"two","kid":"one","typ":"JWT"}""", verifier.claims()));
        verifier.assertInvalid(key.sign("""
                {"alg":"none","kid":"one","typ":"JWT","alg":"ES256"}""", verifier.claims()));
        var claims = verifier.claims().build().toString();
        verifier.assertAccepted(key.sign(key.header(), claims));
        verifier.assertInvalid(key.sign(key.header(), claims.replaceFirst("\\{", "{\"role\":\"service_role\",")));
        verifier.assertInvalid(key.sign(key.header(), claims.replaceFirst("\\{", "{\"exp\":1,")));
    }

    @Test
    void json_that_goes_on_behind_its_end_or_is_no_object() {
        var claims = verifier.claims().build().toString();

        for (var odd :
                new String[] {claims + claims, claims + "x", "[" + claims + "]", "\"x\"", "null", "", "{", "1"}) {
            verifier.assertInvalid(key.sign(key.header(), odd));
            verifier.assertInvalid(key.sign(odd, claims));
        }
    }

    @Test
    void json_in_another_encoding_than_utf_8() {
        var claims = verifier.claims().build().toString();
        var broken = claims.getBytes(UTF_8);
        broken[claims.indexOf("ada@")] = (byte) 0xC0;

        verifier.assertInvalid(key.sign(key.header().getBytes(UTF_8), claims.getBytes(UTF_16LE)));
        verifier.assertInvalid(key.sign(key.header().getBytes(UTF_16LE), claims.getBytes(UTF_8)));
        verifier.assertInvalid(key.sign(key.header().getBytes(UTF_8), broken));
        verifier.assertInvalid(key.sign(key.header(), "\uFEFF" + claims));
    }

    @Test
    void json_that_is_nested_too_deeply() {
        var deep = "[".repeat(2_000) + "]".repeat(2_000);

        var header = key.header().replaceFirst("\\{", "{\"x\":" + deep + ",");
        var claims = verifier.claims().build().toString().replaceFirst("\\{", "{\"x\":" + deep + ",");

        verifier.assertInvalid(key.sign(key.header(), claims));
        verifier.assertInvalid(key.sign(header, verifier.claims()));
        verifier.assertAccepted(key.sign(header.replace(deep, "[]"), verifier.claims()));
    }

    @Test
    void more_than_16_kib() {
        var small = verifier.claims().claim("custom", "x".repeat(11_000));
        var large = verifier.claims().claim("custom", "x".repeat(12_000));

        verifier.assertAccepted(key.sign(small));
        verifier.assertInvalid(key.sign(large));
        verifier.assertInvalid("x".repeat(10_000_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"at+jwt\"", "\"JOSE\"", "\"dpop+jwt\"", "\"\"", "\"JWT \"", "1", "null", "[\"JWT\"]", "{}"})
    void a_type_that_is_not_jwt(String type) {
        verifier.assertInvalid(
                key.sign("{\"alg\":\"ES256\",\"kid\":\"one\",\"typ\":%s}".formatted(type), verifier.claims()));
    }

    /** It is optional (RFC 7519, section 5.1), and a media type, of which case does not matter. */
    @ParameterizedTest
    @ValueSource(
            strings = {"{\"alg\":\"ES256\",\"kid\":\"one\"}", "{\"alg\":\"ES256\",\"kid\":\"one\",\"typ\":\"jwt\"}"})
    void but_no_type_at_all_is_none_too_many(String header) {
        verifier.assertAccepted(key.sign(header, verifier.claims()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"crit\":[\"exp\"],\"exp\":1",
                "\"crit\":[\"b64\"],\"b64\":true",
                "\"crit\":[]",
                "\"crit\":null",
                "\"b64\":false",
                "\"zip\":\"DEF\""
            })
    void extensions_that_would_have_to_be_understood(String members) {
        verifier.assertInvalid(key.sign(
                "{\"alg\":\"ES256\",\"kid\":\"one\",\"typ\":\"JWT\",%s}".formatted(members), verifier.claims()));
    }

    private String payload() {
        return Base64URL.encode(verifier.claims().build().toString()).toString();
    }
}
