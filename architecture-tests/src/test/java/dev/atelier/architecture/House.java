package dev.atelier.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.List;
import java.util.Set;

/**
 * The packages below one root. A room is named by the path of its package from there, such as {@code port.in}, and
 * takes in all packages below it.
 *
 * @param root the package that all rooms lie in
 */
record House(String root) {

    /** The pattern, as ArchUnit reads it, of one room. */
    String room(String name) {
        return root + "." + name + "..";
    }

    /** The patterns of several rooms. */
    String[] rooms(List<String> names) {
        return names.stream().map(this::room).toArray(String[]::new);
    }

    GivenClassesConjunction classesIn(List<String> names) {
        return classes().that().resideInAnyPackage(rooms(names));
    }

    GivenClassesConjunction noClassesIn(List<String> names) {
        return noClasses().that().resideInAnyPackage(rooms(names));
    }

    /** To be one of the classes named by their path from the root, or nested in one. */
    DescribedPredicate<JavaClass> oneOf(Set<String> paths) {
        return describe(
                "be one of " + paths,
                type -> paths.stream().anyMatch(path -> outermost(type).equals(root + "." + path)));
    }

    private static String outermost(JavaClass type) {
        int nested = type.getName().indexOf('$');
        return nested < 0 ? type.getName() : type.getName().substring(0, nested);
    }
}
