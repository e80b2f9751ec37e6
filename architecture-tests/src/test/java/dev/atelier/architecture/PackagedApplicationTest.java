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

    private static final Path LIB = Path.of("..", "app-bootstrap", "target", "atelier", "lib");

    /** Modules and libraries that only development and tests use. */
    private static final Pattern FORBIDDEN_JAR = Pattern.compile(
            "(local-stack|ports-testkit|examples|architecture-tests|junit|opentest4j|apiguardian|mockito"
                    + "|byte-buddy|assertj|hamcrest|archunit|embedded-|s3proxy|jclouds|bcrypt|xz-).*");

    private static final Pattern FORBIDDEN_CLASS = Pattern.compile(
            "(META-INF/versions/\\d+/)?(dev/atelier/(local|testkit|example|architecture)|org/junit|org/mockito"
                    + "|com/tngtech/archunit|org/gaul/s3proxy|at/favre/lib/crypto/bcrypt|redis/embedded)/.*\\.class");

    @Test
    void itIsTheWholeApplication() throws IOException {
        List<String> jars = jars().stream().map(PackagedApplicationTest::name).toList();
        assertTrue(jars.contains("atelier.jar"), () -> "No application in " + LIB + " but " + jars);
        assertTrue(jars.stream().anyMatch(jar -> jar.startsWith("core-domain-")), jars::toString);
    }

    @Test
    void noJarIsForDevelopmentOrTests() throws IOException {
        assertEquals(
                List.of(),
                jars().stream()
                        .map(PackagedApplicationTest::name)
                        .filter(jar -> FORBIDDEN_JAR.matcher(jar).matches())
                        .toList(),
                "Not a dependency any more? Then delete " + LIB + ", which earlier builds have filled");
    }

    @Test
    void noJarHasAClassOfTheLocalStackTheTestKitOrALibraryOfTests() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path jar : jars()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                file.stream()
                        .map(ZipEntry::getName)
                        .filter(entry -> FORBIDDEN_CLASS.matcher(entry).matches())
                        .forEach(entry -> found.add(name(jar) + ": " + entry));
            }
        }
        assertEquals(List.of(), found);
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(LIB)) {
            return files.filter(file -> name(file).endsWith(".jar")).toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
