package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.document.OwnedDocument;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.project.Project;
import dev.atelier.domain.search.EmbeddingModel;
import dev.atelier.domain.search.FoundPassage;
import dev.atelier.domain.search.Location;
import dev.atelier.domain.search.Passage;
import dev.atelier.domain.search.SearchScope;
import dev.atelier.port.out.search.PassageIndex;
import dev.atelier.port.out.search.PassageIndex.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link PassageIndex}. Its models are made up: each knows the vectors that a test gives it. */
public abstract class PassageIndexContract extends PersistenceContract {

    private static final String MODEL = "test/three";

    /** Of every document of {@link Samples}. */
    private static final String TITLE = "Headline";

    private static final String OTHER = "test/two";
    private static final float[] NORTH = {0, 1, 0};
    private static final float[] EAST = {1, 0, 0};
    private static final float[] IN_TWO_DIMENSIONS = {1, 2};

    private UserId owner = Samples.nobody();
    private Project project = Samples.project(owner);

    @BeforeEach
    final void createProject() {
        owner = database().newUser();
        project = newProject(owner);
    }

    @Test
    void passagesSurviveAsTheyWere() {
        var document = newDocument();
        var passages = List.of(
                new Passage(document, TITLE, 0, "first", new Location(OptionalInt.of(7), Optional.of("Prices"), 0, 5)),
                new Passage(
                        document,
                        TITLE,
                        1,
                        Samples.ODD_TEXT,
                        new Location(OptionalInt.empty(), Optional.empty(), 5, 9)));

        index().replace(owner, document, passages);

        assertEquals(passages, index().passages(owner, document));
    }

    @Test
    void replacingLeavesNothingOfWhatWasBefore() {
        var document = newDocument("tea", "coffee");

        index().replace(owner, document, passages(document, "water"));

        assertEquals(passages(document, "water"), index().passages(owner, document));
        assertFinds(List.of(), "tea");
    }

    @Test
    void replacingByNothingTakesTheDocumentOut() {
        var document = newDocument("tea");
        embed(document, "tea", NORTH);

        index().replace(owner, document, List.of());

        assertEquals(List.of(), index().passages(owner, document));
        assertEquals(Set.of(), index().embedded(owner, document, MODEL));
        assertEquals(List.of(), index().models(scope()));
    }

    @Test
    void whatFailsInATransactionChangesNothing() {
        var document = newDocument("tea");

        attempt(() -> {
            index().replace(owner, document, passages(document, "water"));
            throw new IllegalStateException("on purpose");
        });

        assertFinds(List.of("tea"), "tea");
        assertFinds(List.of(), "water");
    }

    @Test
    void asManyPassagesAsADocumentMayHaveSurvive() {
        var document = newDocument();
        var passages = IntStream.range(0, Passage.PER_DOCUMENT_MAX)
                .mapToObj(number -> passage(document, number, "passage number " + number))
                .toList();

        index().replace(owner, document, passages);

        assertEquals(passages, index().passages(owner, document));
    }

    @Test
    void vectorsStayWithWhatWasSaidBeforeWhereverItStandsNow() {
        var document = newDocument("tea", "coffee");
        embed(document, "tea", NORTH);
        embed(document, "coffee", EAST);

        index().replace(owner, document, passages(document, "water", "tea"));

        assertEquals(Set.of(digest("tea")), index().embedded(owner, document, MODEL));
        assertEquals(List.of("tea"), texts(nearest(NORTH)));
    }

    @Test
    void aHeadingIsPartOfWhatIsSaid() {
        var document = newDocument();
        var below =
                new Passage(document, TITLE, 0, "tea", new Location(OptionalInt.empty(), Optional.of("Prices"), 0, 3));
        index().replace(owner, document, List.of(below));

        assertFinds(List.of("tea"), "prices");
        assertNotEquals(digest("tea"), below.digest());
    }

    @Test
    void theTitleIsPartOfWhatIsSaid() {
        newDocument("tea");

        assertFinds(List.of("tea"), "headline tea");
    }

    @Test
    void vectorsMayBeThereBeforeTheirPassages() {
        var document = newDocument("tea");
        embed(document, "water", NORTH);

        assertEquals(Set.of(digest("water")), index().embedded(owner, document, MODEL));
        assertEquals(List.of(), nearest(NORTH));
        index().replace(owner, document, passages(document, "water"));
        assertEquals(List.of("water"), texts(nearest(NORTH)));
    }

    @Test
    void vectorsThatAreThereStayAsTheyAre() {
        var document = newDocument("tea");
        embed(document, "tea", NORTH);
        embed(document, "tea", EAST);

        assertEquals(1, nearest(NORTH).getFirst().score(), 1e-3);
    }

    @Test
    void theNearestComeFirstWithTheirCosine() {
        var document = newDocument("north", "east", "between");
        embed(document, "north", NORTH);
        embed(document, "east", EAST);
        embed(document, "between", new float[] {2, 2, 0});

        var found = nearest(new float[] {0, 5, 0});

        assertEquals(List.of("north", "between", "east"), texts(found));
        assertEquals(1, found.get(0).score(), 1e-3);
        assertEquals(Math.sqrt(0.5), found.get(1).score(), 1e-3);
        assertEquals(0, found.get(2).score(), 1e-3);
        assertEquals(List.of("north"), texts(index().nearest(scope(), MODEL, NORTH, 1)));
    }

    @Test
    void whatIsFoundKnowsItsDocument() {
        var document = newDocument("tea");
        embed(document, "tea", NORTH);
        var byMeaning = nearest(NORTH).getFirst();
        var byWords = index().matching(scope(), "tea", Need.ALL, 10).getFirst();

        assertEquals(passage(document, 0, "tea"), byMeaning.passage());
        assertEquals(passage(document, 0, "tea"), byWords.passage());
        assertEquals("Headline", byMeaning.title());
        assertEquals("Headline", byWords.title());
    }

    @Test
    void modelsLieSideBySide() {
        var document = newDocument("tea", "coffee");
        embed(document, "tea", NORTH);
        index().addVectors(owner, document, OTHER, Map.of(digest("coffee"), IN_TWO_DIMENSIONS));

        assertEquals(List.of("tea"), texts(nearest(NORTH)));
        assertEquals(List.of("coffee"), texts(index().nearest(scope(), OTHER, IN_TWO_DIMENSIONS, 10)));
        assertEquals(List.of(new EmbeddingModel(MODEL, 3), new EmbeddingModel(OTHER, 2)), index().models(scope()));
        assertEquals(Set.of(digest("coffee")), index().embedded(owner, document, OTHER));
    }

    @Test
    void oneModelIsKeptWhenTheOthersGo() {
        var document = newDocument("tea");
        embed(document, "tea", NORTH);
        index().addVectors(owner, document, OTHER, Map.of(digest("tea"), IN_TWO_DIMENSIONS));

        assertEquals(0, index().keepVectorsOf(database().newUser(), document, OTHER));
        assertEquals(1, index().keepVectorsOf(owner, document, OTHER));
        assertEquals(List.of(new EmbeddingModel(OTHER, 2)), index().models(scope()));
    }

    @Test
    void dimensionsAreWhatTheModelWants() {
        for (int dimension : new int[] {1, 384, 768, 1024, 1536, 3072, PassageIndex.DIMENSION_MAX}) {
            var document = newDocument("tea");
            var vector = new float[dimension];
            vector[0] = 1;
            var model = "test/" + dimension;
            index().addVectors(owner, document, model, Map.of(digest("tea"), vector));

            assertEquals(1, index().nearest(scope(), model, vector, 10).size(), model);
        }
    }

    @Test
    void aSmallProjectAmongManyOthersHasItsOwnNearest() {
        var random = new Random(7);
        var crowd = newDocumentIn(newProject(owner));
        for (int i = 0; i < 300; i++) {
            embed(crowd, "crowd " + i, new float[] {random.nextFloat() / 100, 1, 0});
        }
        var document = newDocument("tea", "coffee");
        embed(document, "tea", EAST);
        embed(document, "coffee", new float[] {0, 0, 1});

        assertEquals(List.of("tea", "coffee"), texts(nearest(new float[] {0.1f, 1, 0})));
    }

    @Test
    void allWordsOrAnyWordIsAMatterOfNeed() {
        newDocument("green tea grows in Japan", "black coffee grows in Brazil");

        assertFinds(List.of("green tea grows in Japan"), "Japan green");
        assertFinds(List.of(), "green coffee");
        assertEquals(2, index().matching(scope(), "green coffee", Need.ANY, 10).size());
    }

    @Test
    void whatHasMoreOfTheWordsComesFirst() {
        newDocument("coffee", "green tea from Japan");

        assertEquals(
                List.of("green tea from Japan", "coffee"),
                texts(index().matching(scope(), "coffee green tea Japan", Need.ANY, 10)));
    }

    @Test
    void caseDoesNotMatterAndAccentsMayBeLeftOut() {
        newDocument("A Inova\u00e7\u00e3o come\u00e7a no caf\u00e9");

        for (var query : List.of("INOVA\u00c7\u00c3O", "inovacao", "Caf\u00e9", "cafe comeca")) {
            assertEquals(1, index().matching(scope(), query, Need.ALL, 10).size(), query);
        }
    }

    @Test
    void wordsMayBeExcludedAndStandBesideEachOther() {
        newDocument("green tea leaves", "tea leaves green stains");

        assertFinds(List.of("tea leaves green stains"), "tea -\"green tea\"");
        assertFinds(List.of("green tea leaves"), "\"green tea\"");
        assertFinds(List.of("green tea leaves"), "leaves -stains");
        assertEquals(List.of("green tea leaves"), texts(index().matching(scope(), "leaves -stains", Need.ANY, 10)));
    }

    @Test
    void nothingInAQueryIsAnError() {
        newDocument("tea");

        for (var query :
                List.of("", " ", "-", "\"", "- -", "!", "tea & | ! ( ) : * <-> '", "the of", Samples.ODD_TEXT)) {
            for (var need : Need.values()) {
                assertTrue(index().matching(scope(), query, need, 10).size() <= 1, query);
            }
        }
        assertFinds(List.of(), "");
        assertFinds(List.of(), "\" \" -");
    }

    @Test
    void noMoreIsFoundThanAskedFor() {
        newDocument("tea one", "tea two", "tea three");

        assertEquals(2, index().matching(scope(), "tea", Need.ALL, 2).size());
    }

    @Test
    void nothingIsFoundInOtherProjectsOrByOthers() {
        var document = newDocument("tea");
        embed(document, "tea", NORTH);
        var stranger = database().newUser();
        var scopes = List.of(
                new SearchScope(owner, newProject(owner).id()),
                new SearchScope(stranger, project.id()),
                new SearchScope(stranger, newProject(stranger).id()));

        for (var scope : scopes) {
            assertEquals(List.of(), index().nearest(scope, MODEL, NORTH, 10));
            assertEquals(List.of(), index().matching(scope, "tea", Need.ANY, 10));
            assertEquals(List.of(), index().models(scope));
        }
        assertEquals(List.of(), index().passages(stranger, document));
        assertEquals(Set.of(), index().embedded(stranger, document, MODEL));
    }

    @Test
    void nobodyElseChangesAnything() {
        var document = newDocument("tea");
        embed(document, "tea", NORTH);
        var stranger = database().newUser();
        var vectors = Map.of(digest("tea"), NORTH);

        assertThrows(DomainException.NotFound.class, () -> index().replace(stranger, document, List.of()));
        assertThrows(DomainException.NotFound.class, () -> index().addVectors(stranger, document, OTHER, vectors));
        assertEquals(List.of("tea"), texts(nearest(NORTH)));
        assertEquals(List.of(new EmbeddingModel(MODEL, 3)), index().models(scope()));
    }

    @Test
    void withoutTheDocumentNothingIsStored() {
        var nowhere = new DocumentId(Samples.newId());
        var passages = passages(nowhere, "tea");
        var vectors = Map.of(digest("tea"), NORTH);

        assertThrows(DomainException.NotFound.class, () -> index().replace(owner, nowhere, passages));
        assertThrows(DomainException.NotFound.class, () -> index().addVectors(owner, nowhere, MODEL, vectors));
    }

    @Test
    void passagesAndVectorsGoWithTheirDocument() {
        var document = newDocument("tea");
        embed(document, "tea", NORTH);

        assertTrue(database().documents().delete(owner, document));

        assertEquals(List.of(), index().passages(owner, document));
        assertEquals(List.of(), nearest(NORTH));
        assertFinds(List.of(), "tea");
        assertEquals(List.of(), index().models(scope()));
    }

    @Test
    void documentsThatLackVectorsOfAModelAreFoundByGoingThroughAllInTheOrderOfTheirIds() {
        var lacking = new ArrayList<OwnedDocument>();
        for (int i = 0; i < 3; i++) {
            lacking.add(new OwnedDocument(owner, newDocument("tea", "coffee")));
            embed(lacking.getLast().id(), "tea", NORTH);
        }
        var complete = newDocument("water");
        embed(complete, "water", NORTH);
        var last = newDocument();

        var all = index().withoutVectors(MODEL, DocumentId.BELOW_ALL, 10);
        assertEquals(lacking, all.documents());
        assertAbsent(all.next());
        var first = index().withoutVectors(MODEL, DocumentId.BELOW_ALL, 2);
        assertEquals(lacking.subList(0, 2), first.documents());
        assertEquals(Optional.of(lacking.get(1).id()), first.next());
        var second = index().withoutVectors(MODEL, lacking.get(1).id(), 2);
        assertEquals(lacking.subList(2, 3), second.documents());
        assertEquals(Optional.of(complete), second.next());
        assertEquals(List.of(), index().withoutVectors(MODEL, complete, 1).documents());
        assertAbsent(index().withoutVectors(MODEL, last, 1).next());
        assertEquals(
                4,
                index().withoutVectors(OTHER, DocumentId.BELOW_ALL, 10)
                        .documents()
                        .size());
    }

    private PassageIndex index() {
        return database().passages();
    }

    private SearchScope scope() {
        return new SearchScope(owner, project.id());
    }

    private List<FoundPassage> nearest(float[] vector) {
        return index().nearest(scope(), MODEL, vector, 10);
    }

    private void assertFinds(List<String> texts, String query) {
        assertEquals(texts, texts(index().matching(scope(), query, Need.ALL, 10)), query);
    }

    private void embed(DocumentId document, String text, float[] vector) {
        index().addVectors(owner, document, MODEL, Map.of(digest(text), vector));
    }

    private DocumentId newDocument(String... texts) {
        var document = newDocumentIn(project);
        index().replace(owner, document, passages(document, texts));
        return document;
    }

    private DocumentId newDocumentIn(Project place) {
        var document = Samples.document(place);
        database().documents().insert(document);
        return document.id();
    }

    private static List<Passage> passages(DocumentId document, String... texts) {
        return IntStream.range(0, texts.length)
                .mapToObj(number -> passage(document, number, texts[number]))
                .toList();
    }

    private static Passage passage(DocumentId document, int ordinal, String text) {
        return new Passage(
                document, TITLE, ordinal, text, new Location(OptionalInt.empty(), Optional.empty(), 0, text.length()));
    }

    private static String digest(String text) {
        return passage(new DocumentId(Samples.newId()), 0, text).digest();
    }

    private static List<String> texts(List<FoundPassage> found) {
        return found.stream().map(each -> each.passage().text()).toList();
    }
}
