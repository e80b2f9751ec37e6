package dev.atelier.bench.search;

import dev.atelier.adapter.postgres.DatabaseUrl;
import dev.atelier.adapter.postgres.Migrations;
import dev.atelier.adapter.postgres.Pgvector;
import dev.atelier.adapter.postgres.PostgresAdapter;
import dev.atelier.adapter.postgres.PostgresSettings;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.search.FoundPassage;
import dev.atelier.local.LocalDatabase;
import dev.atelier.local.LocalPostgres;
import dev.atelier.local.PostgresOptions;
import dev.atelier.port.out.search.PassageIndex;
import dev.atelier.port.out.search.PassageIndex.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of the ten nearest passages the product finds among very many, for a project that has most of them and for some that have few, and
 * how long it takes; beside what PostgreSQL takes by itself, in turn and in the same run.
 */
public final class PassagesBench {

    private static final int LIMIT = 10;
    private static final int ROUNDS = 4;

    private final LocalDatabase database;
    private final PassageIndex index;
    private final UserId owner;
    private final Texts texts;

    private PassagesBench(LocalDatabase database, PassageIndex index, UserId owner, Texts texts) {
        this.database = database;
        this.index = index;
        this.owner = owner;
        this.texts = texts;
    }

    /**
     * Runs it.
     *
     * @param arguments how many passages, and a file with a text a line to make them of; those of {@link Corpus} if there is none
     * @throws Exception when it cannot be run
     */
    public static void main(String[] arguments) throws Exception {
        int passages = Integer.parseInt(arguments[0]);
        var texts = new Texts(arguments.length > 1 ? Files.readAllLines(Path.of(arguments[1])) : sentences());
        System.out.printf(
                "%,d passages, %,d of them texts of their own, the others of two each%n",
                passages, Math.min(passages, texts.originals()));
        try (var server = LocalPostgres.start(PostgresOptions.temporary())) {
            var database = server.newDatabase();
            var url = DatabaseUrl.parse(database.url());
            Migrations.migrate(url, Pgvector.REQUIRED);
            try (var postgres = PostgresAdapter.open(new PostgresSettings(url, PostgresSettings.DEFAULT_POOL_SIZE))) {
                new PassagesBench(database, postgres.passages(), Owner.signUp(database), texts).run(passages);
            }
        }
    }

    private static List<String> sentences() throws IOException {
        return Corpus.read().documents().values().stream()
                .flatMap(document -> Stream.of(document.content().split("(?<=\\.)\\s+|\n\n")))
                .map(sentence -> sentence.replace('\n', ' '))
                .toList();
    }

    private void run(int passages) throws Exception {
        var projects = projects(passages);
        try (var connection = database.dataSource().getConnection()) {
            new Library(connection, owner).fill(texts, passages, projects);
        }
        for (var project : projects) {
            nearest(project);
        }
        for (var project : projects) {
            matching(project);
        }
    }

    /** The first has what the others have not. */
    private static List<Project> projects(int passages) {
        var sizes = List.of(50, passages / 100, passages / 50);
        var projects = new ArrayList<Project>();
        int first = 0;
        for (int size : sizes) {
            projects.add(new Project(UUID.randomUUID(), first, size));
            first += size;
        }
        projects.addFirst(new Project(UUID.randomUUID(), first, passages - first));
        return projects;
    }

    private void nearest(Project project) throws Exception {
        var ours = new Times();
        var bare = new Times();
        var comparing = new Times();
        int right = 0;
        int all = 0;
        try (var one = database.dataSource().getConnection();
                var other = database.dataSource().getConnection();
                var exact = BareSearch.exact(one, owner, LIMIT);
                var indexed = BareSearch.throughIndex(other, owner, LIMIT)) {
            for (int round = 0; round < ROUNDS; round++) {
                for (int number = 0; number < Texts.QUERIES; number++) {
                    var vector = texts.query(number).vector();
                    var found = ours.measure(() -> index.nearest(project.of(owner), Library.MODEL, vector, LIMIT));
                    bare.measure(() -> indexed.find(project, vector));
                    if (round == 0) {
                        var wanted = comparing.measure(() -> exact.find(project, vector));
                        all += wanted.size();
                        right += common(found, wanted);
                    }
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "project of %,d: recall@%d %.3f; the product %s; bare SQL by the index %s; bare SQL comparing all %s%n",
                project.passages(),
                LIMIT,
                (double) right / all,
                ours,
                bare,
                comparing);
    }

    private static int common(List<FoundPassage> found, Set<String> wanted) {
        var ids = found.stream()
                .map(each ->
                        each.passage().document().value() + "/" + each.passage().ordinal())
                .collect(Collectors.toCollection(HashSet::new));
        ids.retainAll(wanted);
        return ids.size();
    }

    private void matching(Project project) throws Exception {
        var all = new Times();
        var any = new Times();
        for (int number = 0; number < Texts.QUERIES; number++) {
            var words = texts.query(number).words();
            all.measure(() -> index.matching(project.of(owner), words, Need.ALL, LIMIT));
            any.measure(() -> index.matching(project.of(owner), words, Need.ANY, LIMIT));
        }
        System.out.printf("project of %,d: all words %s; any of them %s%n", project.passages(), all, any);
    }
}
