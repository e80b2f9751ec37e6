package dev.atelier.architecture;

import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which types a module shows to the others; everything else in it is package-private. */
final class Visibility {
    /** The assembly, and the records that go in and come out. */
    static final Set<String> OF_THE_APPLICATION = Set.of(
            "application.AtelierCore",
            "application.CoreSettings",
            "application.InboundPorts",
            "application.OutboundPorts");

    /** One factory for each adapter, and the settings it takes; of one that is looked up as a service, what is looked up. */
    static final Set<String> OF_ADAPTERS = Set.of(
            "adapter.http.HttpAdapter",
            "adapter.http.HttpPorts",
            "adapter.http.HttpSettings",
            "adapter.http.RequestObserver",
            "adapter.http.token.SupabaseAuth",
            "adapter.http.token.SupabaseAuthSettings",
            "adapter.postgres.ConnectionCounts",
            "adapter.postgres.DatabaseUrl",
            "adapter.postgres.Migrations",
            "adapter.postgres.Pgvector",
            "adapter.postgres.PostgresAdapter",
            "adapter.postgres.PostgresSettings",
            "adapter.r2.R2Adapter",
            "adapter.r2.R2Settings",
            "adapter.redis.RedisAdapter",
            "adapter.redis.RedisSettings",
            "adapter.ai.OfflineModels",
            "adapter.ai.OpenRouter",
            "adapter.ai.OpenRouterSettings",
            "adapter.ai.Tavily",
            "adapter.ai.TavilySettings",
            "adapter.media.MediaAdapter",
            "adapter.text.TextAdapter",
            "adapter.text.TextSettings",
            "adapter.minilm.MiniLmEmbedder",
            "adapter.brevo.BrevoAdapter",
            "adapter.brevo.BrevoSettings");

    private Visibility() {}

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "applicationShowsOnlyItsAssembly",
                        List.of("application"),
                        house -> showsOnly(house, "application", OF_THE_APPLICATION)),
                new Rule(
                        "adaptersShowOnlyTheirFactory",
                        Rooms.ADAPTERS,
                        house -> showsOnly(house, "adapter", OF_ADAPTERS)));
    }

    private static ArchRule showsOnly(House house, String room, Set<String> shown) {
        return house.classesIn(List.of(room)).and().arePublic().should(ArchCondition.from(house.oneOf(shown)));
    }
}
