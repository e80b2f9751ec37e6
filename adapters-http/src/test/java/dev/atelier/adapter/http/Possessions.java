package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One of each thing that a user can have.
 *
 * @param ids what stands for a parameter of a path: by the segment before it and its name
 */
record Possessions(Api owner, Map<String, String> ids) {

    private static final Pattern PARAMETER = Pattern.compile("([^/]+)/\\{([^}]+)}");
    private static final String ID = "/{id}";

    /** There must be a worker that runs the run, and none for what is in no hurry. */
    static Possessions of(Api owner) {
        var project = owner.newProject();
        var workflow = created(
                owner.post(project + "/workflows", "{\"name\":\"Ads\",\"definition\":" + Definitions.ONE_REVIEW + "}"));
        var run = created(owner.post(workflow + "/runs", "{\"inputs\":{\"topic\":\"tea\"}}"));
        approve(owner, run);
        owner.get(run + "/events").expect(200); // ends with the run
        var ids = new LinkedHashMap<String, String>();
        ids.put("projects" + ID, id(project));
        ids.put("documents" + ID, id(created(owner.post(project + "/documents", "{\"title\":\"Brief\"}"))));
        ids.put("files" + ID, id(created(owner.send(Form.upload(owner.request(project + "/files"))))));
        ids.put("workflows" + ID, id(workflow));
        ids.put("runs" + ID, id(run));
        ids.put("steps/{nodeId}", "check");
        ids.put("jobs" + ID, waitingJob(owner, project));
        return new Possessions(owner, ids);
    }

    private static void approve(Api owner, String run) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            while (!owner.get(run).string("status").equals("paused")) {
                Thread.onSpinWait();
            }
        });
        owner.post(run + "/steps/check/review", "{\"decision\":\"approve\"}").expect(202);
    }

    /** The object of a file that was deleted is removed later. */
    private static String waitingJob(Api owner, String project) {
        owner.delete(created(owner.send(Form.upload(owner.request(project + "/files")))));
        return owner.get(Routes.JOBS)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(job -> job.path("state").asText().equals("waiting"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private static String created(Reply reply) {
        return reply.header("Location").orElseThrow(() -> new AssertionError(reply.text()));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The same, of which nothing exists. */
    Possessions imaginary() {
        return new Possessions(
                owner,
                ids.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getKey().endsWith(ID)
                                        ? UUID.randomUUID().toString()
                                        : entry.getValue())));
    }

    /** The path with these ids in it. */
    String address(String path) {
        return PARAMETER.matcher(path).replaceAll(parameter -> {
            var name = parameter.group();
            if (!ids.containsKey(name)) {
                fail("Possessions has nothing for %s of %s: make one there, so that the attack can be tried on it"
                        .formatted(name, path));
            }
            return parameter.group(1) + "/" + ids.get(name);
        });
    }

    /** All that the owner is shown. */
    Map<String, String> shown() {
        var shown = new TreeMap<String, String>();
        OpenApi.DESCRIPTION.operations().stream()
                .filter(operation -> operation.isOfTheApi() && isLasting(operation))
                .map(operation -> address(operation.path()))
                .forEach(address ->
                        shown.put(address, owner.get(address).expect(200).text()));
        return shown;
    }

    /** Whether it shows the same until something is changed: it has a version, or is a list. */
    private static boolean isLasting(Operation operation) {
        return operation.method().equals("GET")
                && (operation.hasParameter("query", "limit")
                        || OpenApi.DESCRIPTION
                                .response(operation, 200)
                                .path("headers")
                                .has("ETag"));
    }
}
