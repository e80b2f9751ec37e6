package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JsonBodiesTest {

    private static final String VALIDATE = Routes.WORKFLOWS + "/validate";

    private final TestServer server = TestServer.start();
    private final Api api = server.newUser();

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("", "empty"),
                Arguments.of("not json", "line 1"),
                Arguments.of("{\"name\":", "line 1"),
                Arguments.of("{\"name\":\"a\"}}", "line 1"),
                Arguments.of("{\"name\":\"a\"} {}", "line 1"),
                Arguments.of("{\n\"name\":\"a\",\n\"name\":\"b\"}", "line 3"),
                Arguments.of("{\"name\":\"a\",\"owner\":\"me\"}", "The field owner is unknown"),
                Arguments.of("{\"name\":1}", "The field name must be text"),
                Arguments.of("{\"name\":true}", "The field name must be text"),
                Arguments.of("{\"name\":1.5}", "The field name must be text"),
                Arguments.of("{\"name\":[\"a\"]}", "The field name must be text"),
                Arguments.of("{\"name\":{\"a\":1}}", "The field name must be text"),
                Arguments.of("[]", "must be a JSON object"),
                Arguments.of("\"name\"", "must be a JSON object"),
                Arguments.of("null", "null"),
                Arguments.of("{\"name\":\"\\ud800\"}", "well-formed"),
                Arguments.of("{'name':'a'}", "line 1"),
                Arguments.of("{\"name\":\"a\",}", "line 1"),
                Arguments.of("{\"name\":NaN}", "line 1"),
                Arguments.of("{\"name\":" + "[".repeat(100_000), "line 1"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aBodyThatIsNotWhatWasAskedForSaysWhereItIsWrong(String body, String hint) {
        var refused = api.post(Routes.PROJECTS, body).expectProblem(400, "malformed_request");

        assertTrue(refused.string("detail").contains(hint), () -> refused.string("detail"));
    }

    @Test
    void aNumberThatIsLargerThanAnythingIsRefused() {
        for (var number : new String[] {"1e999999999", "1e-999999999", "-1E+1001"}) {
            api.post(VALIDATE, "{\"definition\":{\"nodes\":[],\"edges\":[],\"x\":" + number + "}}")
                    .expectProblem(400, "malformed_request");
        }
        api.post(VALIDATE, "{\"definition\":{\"nodes\":[],\"edges\":[],\"x\":1e100}}")
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=iso-8859-1",
                "application/merge-patch+json",
                "multipart/form-data; boundary=x"
            })
    void anotherTypeIsNotTaken(String type) {
        api.send(api.request(Routes.PROJECTS)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString("{\"name\":\"a\"}")))
                .expectProblem(415, "unsupported_media_type");
    }

    @Test
    void aBodyWithoutATypeIsNotTaken() {
        api.send(api.request(Routes.PROJECTS).POST(BodyPublishers.ofString("{\"name\":\"a\"}")))
                .expectProblem(415, "unsupported_media_type");
    }

    @Test
    void anEncodedBodyIsNotTaken() {
        api.json("POST", Routes.PROJECTS, "x", request -> request.header("Content-Encoding", "gzip"))
                .expectProblem(415, "unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json;charset=UTF-8", "Application/JSON ; charset=\"utf-8\""})
    void jsonInUtf8IsTakenHoweverThatIsWritten(String type) {
        var created = api.send(api.request(Routes.PROJECTS)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"name\":\"\u00e4\ud83c\udf75\"}")));

        assertEquals("\u00e4\ud83c\udf75", created.expect(201).string("name"));
    }

    @Test
    void aBodyThatIsAnnouncedAsTooLargeIsRefused() {
        api.post(Routes.PROJECTS, "{\"name\":\"" + "x".repeat(JsonBody.MAX_BYTES) + "\"}")
                .expectProblem(413, "too_large");
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefused() {
        var body = BodyPublishers.ofByteArrays(Stream.generate(() -> new byte[64 * 1024])
                .limit(JsonBody.MAX_BYTES / (64 * 1024) + 2)
                .toList());

        api.send(api.request(Routes.PROJECTS)
                        .header("Content-Type", "application/json")
                        .POST(body))
                .expectProblem(413, "too_large");
    }
}
