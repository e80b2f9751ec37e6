package dev.atelier.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an operator is given says the same as the program: every setting, and which of them have to be there. */
class DeploymentFilesTest {

    private static final Path ROOT = Path.of("..");

    /** The compose file itself uses them. */
    private static final Set<String> OF_COMPOSE = Set.of(
            "ATELIER_VERSION",
            "ATELIER_IMAGE",
            "ATELIER_REVISION",
            "ATELIER_CPUS",
            "ATELIER_MEMORY",
            "ATELIER_WORKER_MEMORY",
            "JAVA_OPTS");

    private static final Set<String> OF_FRONTEND = Set.of("SUPABASE_ANON_KEY", "API_URL");

    @Test
    void the_example_names_every_setting_and_no_other() throws IOException {
        var expected = new TreeSet<>(settings());
        expected.addAll(OF_COMPOSE);
        expected.addAll(OF_FRONTEND);

        assertEquals(expected, new TreeSet<>(example().keySet()));
    }

    @Test
    void every_setting_reaches_backend_or_worker() throws IOException {
        var given = new TreeSet<String>();
        for (var service : List.of("backend", "worker")) {
            environment(service).fieldNames().forEachRemaining(given::add);
        }
        given.remove("JAVA_OPTS");

        assertEquals(new TreeSet<>(settings()), given);
    }

    @Test
    void compose_asks_for_what_backend_and_worker_cannot_do_without() throws IOException {
        for (var role : List.of(Role.BACKEND, Role.WORKER)) {
            var missing = new TreeSet<String>();
            try {
                AppConfig.read(Map.of(), role);
            } catch (ConfigException e) {
                settings().stream()
                        .filter(name -> String.valueOf(e.getMessage()).contains(name + ": is not set"))
                        .forEach(missing::add);
            }
            missing.remove("REDIS_URL"); // leads to the Redis of the compose file
            var asked = fields(environment(role == Role.BACKEND ? "backend" : "worker"))
                    .filter(field -> field.getValue().asText().contains(":?"))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertFalse(missing.isEmpty());
            assertEquals(missing, asked, role.name());
        }
    }

    @Test
    void what_is_required_is_set_in_the_example_and_what_has_a_default_is_commented_out_with_it() throws IOException {
        for (var service : List.of("frontend", "backend", "worker")) {
            for (var field : fields(environment(service)).toList()) {
                var value = field.getValue().asText();
                if (value.contains(":?")) {
                    assertTrue(isSet(field.getKey()), field.getKey() + " is required and not set in the example");
                } else if (value.contains(":-") && !isSet(field.getKey())) {
                    var fallback = value.replaceFirst("\\$\\{[A-Z0-9_]+:-(.*)}", "$1");
                    assertTrue(
                            fallback.isEmpty() || fallback.equals(example().get(field.getKey())),
                            field.getKey() + " is " + fallback + " when it is not set; the example says otherwise");
                }
            }
        }
    }

    @Test
    void the_defaults_of_compose_are_those_of_the_program() throws IOException {
        var required = example().entrySet().stream()
                .filter(line -> !line.getKey().startsWith("ATELIER_"))
                .filter(line -> isSet(line.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        required.put("REDIS_URL", "redis://redis:6379");
        var spelledOut = new HashMap<>(required);
        fields(environment("worker"))
                .forEach(field -> spelledOut.putIfAbsent(
                        field.getKey(), field.getValue().asText().replaceFirst("\\$\\{[A-Z0-9_]+:-(.*)}", "$1")));
        spelledOut.remove("METRICS_PORT");

        assertEquals(
                AppConfig.read(required, Role.WORKER).toString(),
                AppConfig.read(spelledOut, Role.WORKER).toString());
    }

    @Test
    void only_four_services_run_and_none_is_bound_to_a_host() throws IOException {
        var services = compose().get("services");
        var names = new TreeSet<String>();
        services.fieldNames().forEachRemaining(names::add);

        assertEquals(Set.of("backend", "frontend", "redis", "worker"), names);
        for (var service : services) {
            assertTrue(service.has("healthcheck") && service.has("expose"), service::toString);
            assertFalse(service.has("ports") || service.has("container_name"), service::toString);
        }
    }

    /** The names in the code that reads the environment, of which there is no list. */
    private static Set<String> settings() throws IOException {
        var names = new TreeSet<String>();
        for (var reader : List.of("AppConfig", "Logging")) {
            var source = Files.readString(Path.of("src/main/java/dev/atelier/bootstrap", reader + ".java"));
            Pattern.compile("\"([A-Z][A-Z0-9]*(_[A-Z0-9]+)+|PORT)\"")
                    .matcher(source)
                    .results()
                    .map(match -> match.group(1))
                    .forEach(names::add);
        }
        return names;
    }

    private static Map<String, String> example() throws IOException {
        return lines("#? ?([A-Z][A-Z0-9_]*)=(.*)");
    }

    private static boolean isSet(String name) {
        try {
            return lines("([A-Z][A-Z0-9_]*)=(.*)").containsKey(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> lines(String form) throws IOException {
        var pattern = Pattern.compile(form);
        return Files.readAllLines(ROOT.resolve(".env.production.example")).stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));
    }

    private static JsonNode environment(String service) throws IOException {
        var own = compose().get("services").get(service).get("environment");
        if (!own.has("<<")) {
            return own;
        }
        ObjectNode all = compose().get("x-settings").deepCopy();
        own.properties().stream()
                .filter(field -> !field.getKey().equals("<<"))
                .forEach(field -> all.set(field.getKey(), field.getValue()));
        return all;
    }

    private static Stream<Map.Entry<String, JsonNode>> fields(JsonNode node) {
        return node.properties().stream();
    }

    private static JsonNode compose() throws IOException {
        return new YAMLMapper().readTree(ROOT.resolve("docker-compose.prod.yml").toFile());
    }
}
