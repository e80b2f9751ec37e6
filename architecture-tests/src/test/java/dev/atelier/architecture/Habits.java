package dev.atelier.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What classes do alike, wherever they live. */
final class Habits {
    private static final List<String> CORE = List.of("domain", "port.in", "port.out", "application");

    private Habits() {}

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "packagesAreNullMarked",
                        Rooms.ALL,
                        house -> house.classesIn(Rooms.ALL).should(ArchCondition.from(inNullMarkedPackage()))),
                new Rule(
                        "environmentIsReadByBootstrapAlone",
                        Rooms.PRODUCTION,
                        house -> house.noClassesIn(Rooms.PRODUCTION)
                                .and()
                                .resideOutsideOfPackage(house.room("bootstrap"))
                                .should()
                                .callMethodWhere(readsTheEnvironment())),
                new Rule(
                        "coreIsToldTheTime",
                        CORE,
                        house -> house.noClassesIn(CORE).should().callMethodWhere(readsTheClock())));
    }

    private static DescribedPredicate<JavaClass> inNullMarkedPackage() {
        return describe(
                "be in a package marked @NullMarked", type -> type.getPackage().isAnnotatedWith(NullMarked.class));
    }

    private static DescribedPredicate<JavaMethodCall> readsTheEnvironment() {
        return describe("it reads the environment", call -> {
            MethodCallTarget target = call.getTarget();
            return target.getOwner().isEquivalentTo(System.class)
                    && target.getName().equals("getenv");
        });
    }

    private static DescribedPredicate<JavaMethodCall> readsTheClock() {
        Set<String> makers = Set.of("system", "systemUTC", "systemDefaultZone", "tick", "tickSeconds");
        return describe("it reads the system's clock", call -> {
            MethodCallTarget target = call.getTarget();
            JavaClass owner = target.getOwner();
            boolean now = owner.getPackageName().equals("java.time")
                    && target.getName().equals("now");
            boolean clock = (owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class))
                    && makers.contains(target.getName());
            boolean millis =
                    owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis");
            return now || clock || millis;
        });
    }
}
