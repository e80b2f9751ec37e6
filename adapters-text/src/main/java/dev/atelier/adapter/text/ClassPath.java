package dev.atelier.adapter.text;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where this process has its classes from. */
final class ClassPath {

    /** The same from any folder. */
    static final String ABSOLUTE = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));

    private ClassPath() {}
}
