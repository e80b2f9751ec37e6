package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atelier.domain.job.Queue;
import dev.atelier.port.in.job.Worker;
import dev.atelier.port.in.job.WorkerOptions;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One user tries what another one has, by every method on every route of the description. A new route is part of it as
 * soon as it is described, which {@link OpenApiTest} sees to.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoUsersTest {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FROB");

    /** Headers by which an answer might betray what there is. */
    private static final List<UnaryOperator<HttpRequest.Builder>> WAYS_TO_ASK = List.of(
            request -> request,
            request -> request.header("If-Match", "*")
                    .header("If-None-Match", "*")
                    .header("Range", "bytes=0-0")
                    .header("Last-Event-ID", "1")
                    .header("Idempotency-Key", UUID.randomUUID().toString()),
            request -> request.header("If-Match", "\"1\"").header("If-None-Match", "\"1\""));

    private final TestServer server = TestServer.start();
    private final Worker worker =
            server.core().jobs().startWorker(WorkerOptions.DEFAULT.withQueues(Set.of(Queue.INTERACTIVE)));

    @AfterAll
    void stop() {
        worker.close();
        server.close();
    }

    static Stream<Arguments> attempts() {
        return OpenApi.DESCRIPTION.operations().stream()
                .filter(Operation::isAboutOneThing)
                .map(Operation::path)
                .distinct()
                .flatMap(path -> METHODS.stream().map(method -> Arguments.of(method, path)));
    }

    static Stream<Operation> operationsOnOneThing() {
        return OpenApi.DESCRIPTION.operations().stream().filter(Operation::isAboutOneThing);
    }

    static Stream<Operation> operationsOfTheApi() {
        return OpenApi.DESCRIPTION.operations().stream().filter(Operation::isOfTheApi);
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void whatBelongsToSomebodyElseIsAnsweredLikeWhatDoesNotExist(String method, String path) {
        var theirs = Possessions.of(server.newUser());
        var before = theirs.shown();
        var attacker = server.newUser();
        int expected = OpenApi.DESCRIPTION.find(method, path).isPresent() ? 404 : 405;

        for (var way : WAYS_TO_ASK) {
            var denied = ask(attacker, method, path, theirs, way);
            assertEquals(expected, denied.status(), denied::text);
            assertEquals(withoutId(ask(attacker, method, path, theirs.imaginary(), way)), withoutId(denied));
        }

        assertEquals(before, theirs.shown());
    }

    @ParameterizedTest
    @MethodSource("operationsOnOneThing")
    void alsoARequestThatIsWrongDoesNotTellThemApart(Operation operation) {
        var theirs = Possessions.of(server.newUser());
        var attacker = server.newUser();
        for (var body : new String[] {"{}", "not json", "{\"unknown\":1}"}) {
            var query = "?limit=0&cursor=x&expiresIn=x";
            UnaryOperator<HttpRequest.Builder> request = builder -> builder.header("Content-Type", "application/json")
                    .header("If-Match", "x")
                    .method(operation.method(), BodyPublishers.ofString(body));

            assertEquals(
                    withoutId(attacker.send(
                            request.apply(attacker.request(theirs.imaginary().address(operation.path()) + query)))),
                    withoutId(
                            attacker.send(request.apply(attacker.request(theirs.address(operation.path()) + query)))));
        }
    }

    /** Otherwise the attack would prove nothing. */
    @ParameterizedTest
    @MethodSource("operationsOnOneThing")
    void itsOwnerDoesWithTheSameRequestWhatItIsFor(Operation operation) {
        var own = Possessions.of(server.newUser());

        var reply = ask(own.owner(), operation.method(), operation.path(), own, way -> way);

        if (reply.status() == 409) {
            reply.expectProblem(409, "invalid_state"); // who is told so knows that it is there
        } else {
            assertEquals(2, reply.status() / 100, reply::text);
        }
    }

    @Test
    void nobodyIsShownWhatOthersHaveInAnyList() {
        var theirs = Possessions.of(server.newUser());
        var own = Possessions.of(server.newUser());
        var cursor = "?cursor=" + Paging.cursor(UUID.fromString(theirs.ids().get("projects/{id}")));

        var shown = own.shown().keySet().stream()
                .flatMap(address -> lists(address) ? Stream.of(address, address + cursor) : Stream.of(address))
                .map(address -> own.owner().get(address).expect(200).text())
                .toList();

        assertTrue(shown.size() > 10);
        theirs.ids().forEach((name, id) -> {
            if (name.endsWith("/{id}")) {
                shown.forEach(text -> assertFalse(text.contains(id), text));
            }
        });
    }

    private static boolean lists(String address) {
        return OpenApi.DESCRIPTION.find("GET", address).orElseThrow().hasParameter("query", "cursor");
    }

    @ParameterizedTest
    @MethodSource("operationsOfTheApi")
    void whoBringsNoTokenIsToldNothingElse(Operation operation) {
        var theirs = Possessions.of(server.newUser());
        for (var method : METHODS) {
            var refused = ask(server.stranger(), method, operation.path(), theirs, way -> way);

            assertEquals(401, refused.status(), () -> method + " " + operation);
            if (!method.equals("HEAD")) {
                refused.expectProblem(401, "missing_token");
            }
        }
    }

    private static Reply ask(
            Api user, String method, String path, Possessions things, UnaryOperator<HttpRequest.Builder> way) {
        var request = way.apply(user.request(things.address(path)));
        var content = OpenApi.DESCRIPTION
                .find(method, path)
                .map(OpenApi.DESCRIPTION::requestContent)
                .filter(described -> !described.isMissingNode());
        if (content.isEmpty()) {
            return user.send(request.method(method, BodyPublishers.noBody()));
        } else if (content.get().has("multipart/form-data")) {
            return user.send(Form.request(method, request));
        }
        var example = Optional.ofNullable(content.get().at("/application~1json").get("example"))
                .orElseGet(() -> fail("give an example of the body of %s %s in the description: the attack sends it"
                        .formatted(method, path)));
        return user.send(request.header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(example.toString())));
    }

    /** All that is told but what tells the requests apart. */
    private static String withoutId(Reply reply) {
        var headers = reply.headers().map().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("date")
                        && !header.getKey().equalsIgnoreCase("x-request-id"))
                .map(Object::toString)
                .sorted()
                .toList();
        var body = reply.body().length == 0
                ? ""
                : ((ObjectNode) reply.json()).without("requestId").toString();
        return reply.status() + " " + headers + " " + body;
    }
}
