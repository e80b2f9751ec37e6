package dev.atelier.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who may depend on whom. */
final class Arrows {
    /** The HTTP adapter is itself the one that verifies tokens, and that says whether it can. */
    private static final Set<String> OUTBOUND_PORTS_OF_HTTP = Set.of(
            "port.out.account.TokenVerifier",
            "port.out.account.Verification",
            "port.out.health.Finding",
            "port.out.health.HealthProbe");

    private Arrows() {}

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule("domainKnowsOnlyTheJdk", List.of("domain"), house -> knowsOnly(house, "domain")),
                new Rule(
                        "portsKnowOnlyTheDomain",
                        List.of("port.in", "port.out"),
                        house -> knowsOnly(house, "port", house.room("domain"))),
                new Rule(
                        "applicationKnowsOnlyPortsAndDomain",
                        List.of("application"),
                        house -> knowsOnly(house, "application", house.room("domain"), house.room("port"))),
                new Rule(
                        "testkitKnowsOnlyPortsDomainAndJunit",
                        List.of("testkit"),
                        house -> knowsOnly(
                                house, "testkit", house.room("domain"), house.room("port"), "org.junit.jupiter.api..")),
                new Rule(
                        "jsonKnowsOnlyTheDomainAndJackson",
                        List.of("json"),
                        house -> knowsOnly(house, "json", house.room("domain"), "com.fasterxml.jackson..")),
                new Rule(
                        "webServicesKnowOnlyPortFailuresAndJackson",
                        List.of("web"),
                        house -> knowsOnly(
                                house, "web", house.root() + ".port", "com.fasterxml.jackson..", "javax.net.ssl..")),
                new Rule(
                        "adaptersKnowNoOtherAdapter",
                        Rooms.ADAPTERS,
                        house -> slices().matching(house.root() + ".adapter.(*)..")
                                .should()
                                .notDependOnEachOther()),
                new Rule(
                        "adaptersKnowNoUseCase",
                        Rooms.ADAPTERS,
                        house -> knowsNot(house, Rooms.ADAPTERS, "application")),
                new Rule(
                        "drivenAdaptersKnowNoInboundPort",
                        Rooms.DRIVEN_ADAPTERS,
                        house -> knowsNot(house, Rooms.DRIVEN_ADAPTERS, "port.in")),
                new Rule(
                        "httpKnowsOutboundPortsForTheVerifierAlone",
                        List.of("adapter.http", "port.out"),
                        house -> house.noClassesIn(List.of("adapter.http"))
                                .should()
                                .dependOnClassesThat(resideInAPackage(house.room("port.out"))
                                        .and(not(house.oneOf(OUTBOUND_PORTS_OF_HTTP))))),
                new Rule(
                        "nobodyKnowsBootstrap",
                        Rooms.ALL,
                        house -> knowsNot(
                                house,
                                Rooms.ALL.stream()
                                        .filter(room -> !room.equals("bootstrap"))
                                        .toList(),
                                "bootstrap")),
                new Rule(
                        "productionKnowsNeitherLocalStackNorTestkit",
                        Rooms.ALL,
                        house -> knowsNot(house, Rooms.PRODUCTION, Rooms.NOT_PRODUCTION.toArray(String[]::new))),
                new Rule(
                        "packagesFormNoCycle",
                        Rooms.ALL,
                        house -> slices().matching(house.root() + ".(**)")
                                .should()
                                .beFreeOfCycles()));
    }

    private static ArchRule knowsOnly(House house, String room, String... others) {
        String[] allowed = Stream.concat(Stream.of(house.room(room), "java..", "org.jspecify.."), Stream.of(others))
                .toArray(String[]::new);
        return house.classesIn(List.of(room)).should().onlyDependOnClassesThat().resideInAnyPackage(allowed);
    }

    private static ArchRule knowsNot(House house, List<String> rooms, String... forbidden) {
        return house.noClassesIn(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(house.rooms(List.of(forbidden)));
    }
}
