package dev.atelier.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One promise about the house.
 *
 * @param promise what holds, as a sentence in one camel-case word
 * @param rooms the rooms that must be inhabited, because otherwise the promise would be kept by nobody
 * @param law the promise for a given house
 */
record Rule(String promise, List<String> rooms, Function<House, ArchRule> law) {

    /** The root of the small house in which this rule, and no more than that, is broken. */
    House brokenHouse() {
        return new House("dev.atelier.architecture.broken." + promise.toLowerCase(Locale.ROOT));
    }

    /** Fails when a room is empty or the promise is broken. */
    void check(House house, JavaClasses classes) {
        for (String room : rooms) {
            if (classes.that(JavaClass.Predicates.resideInAPackage(house.room(room)))
                    .isEmpty()) {
                throw new AssertionError(promise + ": nobody lives in " + house.room(room));
            }
        }
        law.apply(house).check(classes);
    }

    @Override
    public String toString() {
        return promise;
    }
}
