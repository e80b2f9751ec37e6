package dev.atelier.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.search.FoundPassage;
import dev.atelier.domain.search.Location;
import dev.atelier.domain.search.Passage;
import dev.atelier.domain.search.SearchScope;
import dev.atelier.local.LocalPostgres;
import dev.atelier.port.out.search.PassageIndex.Need;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which way vectors are searched, and that each way finds the same. */
class VectorSearchTest {

    private static final int DIMENSION = 384;
    private static final String MODEL = "test/384";

    /** How far the vectors of two passages that follow each other are apart. */
    private static final double STEP = 0.001;

    private final TestDatabase here = TestDatabase.migrated();

    /** One connection, which tells of itself what it has read. */
    private final HikariDataSource pool = Connections.pool(new PostgresSettings(here.url(), 1));

    private final Database database = new Database(Jdbi.create(pool).installPlugin(new PostgresPlugin()));
    private final UserId owner = here.signUp("ada@example.com", "{}");
    private final SearchScope large = project(2_000);
    private final SearchScope small = project(20);
    private final float[] wanted = vector();

    @BeforeEach
    void analyze() {
        here.execute("analyze");
    }

    @AfterEach
    void drop() {
        pool.close();
        LocalPostgres.shared().drop(here.database());
    }

    @Test
    void a_large_project_is_searched_through_the_index_and_nearly_all_of_the_nearest_are_found() {
        var exact = nearest(large, new SelectNearest.Bounds(10_000, 10_000));
        assertEquals(0, indexScans());

        var found = nearest(large, new SelectNearest.Bounds(100, 10_000));

        assertTrue(indexScans() > 0, "the index was not asked");
        assertEquals(10, found.size());
        long right = found.stream().filter(exact::contains).count();
        assertTrue(right >= 9, () -> right + " of 10");
        assertEquals(exact.getFirst(), found.getFirst());
    }

    @Test
    void a_small_part_of_all_is_compared_one_by_one_however_large_it_is() {
        var bounds = new SelectNearest.Bounds(10, 1_000);

        var found = nearest(small, bounds);

        assertEquals(0, indexScans());
        assertEquals(10, found.size());
        assertTrue(found.stream().allMatch(each -> each.title().equals("20")));
    }

    @Test
    void when_the_index_gives_too_few_all_are_compared() {
        var found = nearest(small, new SelectNearest.Bounds(10, 1_000_000));

        assertEquals(nearest(small, SelectNearest.Bounds.USUAL), found);
    }

    @Test
    void without_pgvector_the_same_is_found() {
        var before = nearest(large, SelectNearest.Bounds.USUAL);
        here.execute("drop extension vector cascade");

        var found = nearest(large, new SelectNearest.Bounds(100, 10_000));

        assertEquals(texts(before), texts(found));
        assertEquals(before.getFirst().score(), found.getFirst().score(), 1e-5);
    }

    @Test
    void indexes_are_made_as_soon_as_somebody_enables_pgvector() {
        here.execute("drop extension vector cascade");
        assertEquals(List.of(), indexes());

        here.migrate();

        assertEquals(VectorIndexes.DIMENSIONS.size(), indexes().size());
    }

    @Test
    void words_are_found_in_the_forms_of_their_language() {
        var scope = document("english", "The tea was harvested by the growers in spring.");
        assertEquals(1, matching(scope, "harvesting grower"));
        assertEquals(1, matching(scope, "who harvested the tea"));
        var loja = document("portuguese", "As inova\u00e7\u00f5es da loja come\u00e7am em mar\u00e7o.");
        for (var query : List.of(
                "inova\u00e7\u00e3o", "lojas", "inovacoes", "as inova\u00e7\u00f5es em marco", "come\u00e7ar")) {
            assertEquals(1, matching(loja, query), query);
        }
    }

    @Test
    void one_word_that_few_passages_have_counts_more_than_two_that_many_have() {
        var many = Stream.generate(() -> "The studio pays its rent in the first week of a month.")
                .limit(5);
        var texts = Stream.concat(many, Stream.of("Lunch is shared on the roof on the last Friday of a month."));
        var scope = document("english", texts.toArray(String[]::new));

        var found = new JdbiPassageIndex(database, SelectNearest.Bounds.USUAL)
                .matching(scope, "does the studio pay for lunch", Need.ANY, 10);

        assertEquals(6, found.size());
        assertTrue(found.getFirst().passage().text().startsWith("Lunch"), found::toString);
    }

    private int matching(SearchScope scope, String query) {
        var index = new JdbiPassageIndex(database, SelectNearest.Bounds.USUAL);
        return index.matching(scope, query, Need.ALL, 10).size();
    }

    private List<FoundPassage> nearest(SearchScope scope, SelectNearest.Bounds bounds) {
        return new JdbiPassageIndex(database, bounds).nearest(scope, MODEL, wanted, 10);
    }

    private static List<String> texts(List<FoundPassage> found) {
        return found.stream().map(each -> each.passage().text()).toList();
    }

    private int indexScans() {
        database.read(handle -> handle.execute("select pg_stat_force_next_flush()"));
        return database.read(handle -> handle.createQuery(
                        "select coalesce(sum(idx_scan), 0) from pg_stat_user_indexes where indexrelname like '%hnsw%'")
                .mapTo(Integer.class)
                .one());
    }

    private List<String> indexes() {
        return here.query("select indexname from pg_indexes where indexname like 'passage_vectors_hnsw%'");
    }

    /** Between two of those of a large project. */
    private static float[] vector() {
        var vector = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) Math.cos(777.3 * (i + 1) * STEP);
        }
        return vector;
    }

    private SearchScope newDocument(UUID document, String title) {
        var project = UUID.randomUUID();
        here.execute(
                "insert into public.projects values (?, ?, 'Project', '', now(), now(), 1)", project, owner.value());
        here.execute(
                "insert into public.documents (id, owner_id, project_id, title, content, media_type, status, ingestion,"
                        + " created_at, updated_at, revision)"
                        + " values (?, ?, ?, ?, '', 'text', 'draft', 'ready', now(), now(), 1)",
                document,
                owner.value(),
                project,
                title);
        return new SearchScope(owner, new ProjectId(project));
    }

    private SearchScope document(String title, String... texts) {
        var id = new DocumentId(UUID.randomUUID());
        var scope = newDocument(id.value(), title);
        var location = new Location(OptionalInt.empty(), Optional.empty(), 0, 1);
        var passages = IntStream.range(0, texts.length)
                .mapToObj(ordinal -> new Passage(id, title, ordinal, texts[ordinal], location))
                .toList();
        new JdbiPassageIndex(database, SelectNearest.Bounds.USUAL).replace(owner, id, passages);
        return scope;
    }

    /**
     * With one document of so many passages; its title is their number. The vectors of passages that follow each other are near, as those
     * of texts on one subject are: among vectors that point anywhere, an index finds its way by luck.
     */
    private SearchScope project(int passages) {
        var document = UUID.randomUUID();
        var scope = newDocument(document, Integer.toString(passages));
        here.execute("""
                insert into public.passages (document_id, ordinal, owner_id, project_id, content, start_offset, end_offset,
                    digest, language, words)
                select d.id, number, d.owner_id, d.project_id, number::text, 0, 1, number::text, 'simple', ''
                from public.documents d, generate_series(1, ?) as number where d.id = ?
                """, passages, document);
        here.execute("""
                insert into public.passage_vectors (document_id, model, digest, owner_id, project_id, dimension, embedding)
                select document_id, ?, digest, owner_id, project_id, ?,
                    array(select cos(ordinal * i * ?) from generate_series(1, ?) as i)
                from public.passages where document_id = ?
                """, MODEL, DIMENSION, STEP, DIMENSION, document);
        return scope;
    }
}
