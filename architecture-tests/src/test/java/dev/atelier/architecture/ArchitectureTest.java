package dev.atelier.architecture;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final House HOUSE = new House("dev.atelier");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE.root());

    static Stream<Rule> rules() {
        return Stream.of(Arrows.rules(), Visibility.rules(), Habits.rules()).flatMap(rules -> rules);
    }

    static Stream<String> statedTypes() {
        return Stream.concat(Visibility.OF_THE_APPLICATION.stream(), Visibility.OF_ADAPTERS.stream());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(Rule rule) {
        rule.check(HOUSE, CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isReportedWhereItIsBroken(Rule rule) {
        House broken = rule.brokenHouse();
        JavaClasses classes = new ClassFileImporter().importPackages(broken.root());

        List<String> reported =
                rule.law().apply(broken).evaluate(classes).getFailureReport().getDetails();

        assertTrue(
                reported.stream().anyMatch(line -> line.contains("Culprit")),
                () -> rule + " reports only this: " + reported);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void doesNotHoldOfAnEmptyRoom(Rule rule) {
        assertAll(rule.rooms().stream().map(room -> () -> {
            JavaClasses others =
                    CLASSES.that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(HOUSE.room(room))));
            assertThrows(AssertionError.class, () -> rule.check(HOUSE, others), room);
        }));
    }

    @ParameterizedTest
    @MethodSource("statedTypes")
    void everyTypeThatMayBeShownExists(String path) {
        assertTrue(CLASSES.contain(HOUSE.root() + "." + path), path);
    }
}
