package dev.atelier.application;

import static dev.atelier.application.TestCore.awaitThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.document.Document;
import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.document.DocumentStatus;
import dev.atelier.domain.document.Ingestion;
import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.error.DomainException;
import dev.atelier.domain.file.ExpectedContent;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobFilter;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobRecord;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.search.Passage;
import dev.atelier.port.PortFailure;
import dev.atelier.port.in.Precondition;
import dev.atelier.port.in.document.DocumentChange;
import dev.atelier.port.out.search.Embedder;
import dev.atelier.port.out.search.Embedders;
import dev.atelier.testkit.memory.HashingEmbedder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IngestionTest {

    private static final String TEA = "Green tea is harvested in spring.";
    private static final String COFFEE = "Coffee beans are roasted at two hundred degrees.";

    private final HashingEmbedder embedder = new HashingEmbedder();
    private final TestCore test = new TestCore().embedders(Embedders.only(embedder));
    private final ProjectId project = test.newProject();

    @Test
    void a_document_is_pending_and_a_little_later_ready() {
        var document = write(TEA);
        assertEquals(Ingestion.PENDING, get(document).ingestion());

        work();

        assertEquals(Ingestion.READY, get(document).ingestion());
        assertEquals(List.of(TEA), texts(document));
        assertEquals(digests(document), embedded(document));
    }

    @Test
    void its_revision_stays_so_that_nobody_else_has_changed_it() {
        var document = write(TEA);
        work();

        assertEquals(1, get(document).revision());
    }

    @Test
    void what_is_changed_is_found_as_it_is_now() {
        var document = write(TEA);
        work();

        change(document, COFFEE);
        assertEquals(Ingestion.PENDING, get(document).ingestion());
        assertEquals(List.of(TEA), texts(document), "until then as it was");
        work();

        assertEquals(Ingestion.READY, get(document).ingestion());
        assertEquals(List.of(COFFEE), texts(document));
    }

    @Test
    void a_change_of_something_else_is_no_reason_to_read_it_again() {
        var document = write(TEA);
        work();

        test.core()
                .documents()
                .change(
                        test.ada,
                        document,
                        new DocumentChange(Optional.empty(), Optional.empty(), Optional.of(DocumentStatus.DONE)),
                        Precondition.none());

        assertEquals(Ingestion.READY, get(document).ingestion());
        assertEquals(1, jobs().size());
    }

    @Test
    void one_that_gets_another_title_is_found_by_that() {
        var document = write(TEA);
        work();

        test.core()
                .documents()
                .change(
                        test.ada,
                        document,
                        new DocumentChange(Optional.of("Gardens of Assam"), Optional.empty(), Optional.empty()),
                        Precondition.none());
        work();

        assertTrue(passages(document).getFirst().subject().startsWith("Gardens of Assam\n"));
        assertEquals(digests(document), embedded(document));
    }

    @Test
    void what_is_unchanged_is_not_embedded_again() {
        var kept = "# One\n\n" + TEA.repeat(30);
        var document = write(MediaType.MARKDOWN, kept + "\n\n# Two\n\n" + COFFEE);
        work();
        long before = embeddedTexts();

        change(document, kept + "\n\n# Two\n\n" + COFFEE + " Or more.");
        work();

        assertEquals(before + 1, embeddedTexts());
        assertEquals(digests(document), embedded(document));
    }

    @Test
    void many_changes_in_a_row_are_one_job() {
        var document = write(TEA);
        for (int i = 0; i < 5; i++) {
            change(document, TEA + i);
        }

        assertEquals(1, jobs().size());
        work();
        assertEquals(List.of(TEA + 4), texts(document));
    }

    @Test
    void a_change_while_it_is_read_is_not_overwritten() {
        var document = write(TEA);
        embedder.answer(request -> {
            change(document, COFFEE);
            return new HashingEmbedder().embed(request);
        });

        work();

        assertEquals(List.of(COFFEE), texts(document));
        assertEquals(Ingestion.READY, get(document).ingestion());
    }

    @Test
    void a_document_that_is_removed_while_it_is_read_leaves_nothing() {
        var document = write(TEA);
        embedder.answer(request -> {
            test.core().documents().delete(test.ada, document, Precondition.none());
            return new HashingEmbedder().embed(request);
        });

        work();

        assertEquals(List.of(), texts(document));
        assertTrue(jobs().stream().allMatch(job -> job.error().isEmpty()));
    }

    @Test
    void a_model_that_is_away_is_asked_again_and_what_it_gave_before_is_kept() {
        var document = write(MediaType.TEXT, many(100));
        embedder.answer(request -> new HashingEmbedder().embed(request))
                .fail(PortFailure.Retryable.unavailable(PortFailure.Service.EMBEDDER, "away"));

        work();

        assertEquals(Ingestion.READY, get(document).ingestion());
        var asked = embedder.requests().stream().map(Embedder.Request::texts).toList();
        assertEquals(asked.get(1), asked.get(2), "the second batch once more, and not the first");
    }

    @Test
    void a_model_that_refuses_a_text_fails_it_with_a_sentence_for_its_owner() {
        var document = write(TEA);
        embedder.fail(new PortFailure.Permanent(PortFailure.Service.EMBEDDER, "no"));

        work();

        assertEquals(Ingestion.FAILED, get(document).ingestion());
        assertTrue(get(document).ingestionError().orElseThrow().startsWith("The model that makes texts searchable"));
        change(document, COFFEE);
        work();
        assertEquals(Ingestion.READY, get(document).ingestion());
        assertEquals(Optional.empty(), get(document).ingestionError());
    }

    @Test
    void one_that_fails_again_and_again_is_failed_in_the_end_and_may_be_tried_again_by_an_operator() {
        var document = write(TEA);
        for (int i = 0; i < JobRunner.ATTEMPTS; i++) {
            embedder.fail(PortFailure.Retryable.unavailable(PortFailure.Service.EMBEDDER, "away"));
        }

        work(Duration.ofMinutes(15));

        var job = jobs().getFirst().job().id();
        assertEquals(Ingestion.FAILED, get(document).ingestion());
        assertTrue(get(document)
                .ingestionError()
                .orElseThrow()
                .contains(job.value().toString()));
        assertTrue(test.core().jobOperations().retry(job));
        work();
        assertEquals(Ingestion.READY, get(document).ingestion());
    }

    @Test
    void one_whose_job_is_cancelled_is_failed() {
        var document = write(TEA);

        test.core().jobs().cancel(test.ada, jobs().getFirst().job().id());

        assertEquals(Ingestion.FAILED, get(document).ingestion());
    }

    @Test
    void one_that_has_lost_its_job_gets_another() {
        var document = Document.write(
                new DocumentId(UUID.randomUUID()),
                test.ada,
                project,
                new DocumentDetails("Tea", TEA, MediaType.TEXT, DocumentStatus.DRAFT),
                TestCore.START.minus(Duration.ofHours(1)));
        test.adapters.documents().insert(document);

        try (var worker = test.worker(1)) {
            awaitThat(() -> {
                test.clock.advance(Duration.ofMillis(200));
                return get(document.id()).ingestion() == Ingestion.READY;
            });
        }
    }

    @Test
    void a_document_that_would_cost_more_than_a_day_allows_says_so() {
        test.price(HashingEmbedder.NAME).reassemble(core -> core.userCostLimit("0.001"));
        var document = write(TEA);
        work();

        assertEquals(Ingestion.FAILED, get(document).ingestion());
        assertTrue(get(document).ingestionError().orElseThrow().contains("spent today"));
    }

    @Test
    void a_worker_that_was_too_slow_changes_nothing() {
        var document = write(TEA);
        var claim = new Claim(Job.of(new JobId(UUID.randomUUID()), test.ada, new Task.IngestDocument(document)), 1, 7);
        var ingestion = new IngestionJob(
                test.adapters.documents(),
                new DocumentReader(test.adapters.textExtractor(), test.adapters.blobs()),
                test.adapters.passages(),
                Paying.on(test).embedding(test),
                Embedders.only(embedder),
                test.adapters.jobs(),
                test.adapters.transactions(),
                test.clock);

        assertThrows(ClaimLostException.class, () -> ingestion.execute(claim, new Task.IngestDocument(document)));
        assertEquals(Ingestion.PENDING, get(document).ingestion());
        assertEquals(List.of(), texts(document));
    }

    @Test
    void a_document_without_text_is_ready_and_found_by_nothing() {
        var document = write("");
        work();

        assertEquals(Ingestion.READY, get(document).ingestion());
        assertEquals(List.of(), texts(document));
    }

    @Test
    void passages_know_where_they_stand_in_the_content() {
        var content = "# Prices\n\n  Green tea   is harvested\nin spring.  \n\n# Hours\n\n" + COFFEE;
        var document = write(MediaType.MARKDOWN, content);
        work();

        for (var passage : passages(document)) {
            var there = content.substring(
                    passage.location().start(), passage.location().end());
            assertEquals(
                    passage.text().replaceAll("\\s+", " "),
                    there.replaceAll("[\\s#]+", " ").strip());
        }
        assertEquals(
                Optional.of("Hours"), passages(document).getLast().location().heading());
    }

    @Test
    void a_pdf_that_was_uploaded_is_read_page_by_page_and_its_text_is_its_content() {
        var document = upload("prices.pdf", "application/pdf", "%PDF-" + TEA + "\f" + COFFEE);
        assertEquals("prices", get(document).details().title());
        assertEquals(MediaType.PDF, get(document).details().mediaType());
        work();

        var read = get(document);
        assertEquals(Ingestion.READY, read.ingestion());
        assertEquals(TEA + "\n\n" + COFFEE, read.details().content());
        assertEquals(2, read.revision());
        assertEquals(2, passages(document).getLast().location().page().orElseThrow());
        var location = passages(document).getLast().location();
        assertEquals(COFFEE, read.details().content().substring(location.start(), location.end()));
    }

    @Test
    void markdown_that_was_uploaded_keeps_its_marks_as_its_content() {
        var markdown = "# Hours\n\n- " + TEA + "\n- " + COFFEE;
        var document = upload("hours.md", "text/markdown", markdown);
        work();

        assertEquals(markdown, get(document).details().content());
        assertEquals(
                Optional.of("Hours"), passages(document).getLast().location().heading());
        assertTrue(texts(document).getLast().contains(COFFEE));
    }

    @Test
    void a_file_that_cannot_be_read_is_failed_with_what_to_do_about_it() {
        var document = upload("prices.pdf", "application/pdf", "%PDF-");
        work();

        assertEquals(Ingestion.FAILED, get(document).ingestion());
        assertTrue(get(document).ingestionError().orElseThrow().contains("There is no text in the file"));
    }

    @Test
    void what_is_no_document_is_not_made_one() {
        var file = file("archive.bin", "application/octet-stream", "\u0000\u0001");

        var refused = assertThrows(
                DomainException.ValidationFailed.class,
                () -> test.core().documents().createFrom(test.ada, file, Optional.empty()));

        assertEquals("file", refused.violations().getFirst().field());
    }

    @Test
    void nobody_makes_a_document_of_somebody_elses_file() {
        var file = file("tea.txt", "text/plain", TEA);

        assertThrows(
                DomainException.NotFound.class,
                () -> test.core().documents().createFrom(test.newUser(), file, Optional.empty()));
    }

    @Test
    void a_picture_is_found_by_what_is_said_of_it() {
        var document = test.core()
                .documents()
                .create(
                        test.ada,
                        project,
                        new DocumentDetails("Sunset", "Over the bay", MediaType.IMAGE, DocumentStatus.DRAFT))
                .document()
                .id();
        work();

        assertEquals(List.of("Sunset\n\nOver the bay"), texts(document));
    }

    @Test
    void what_a_run_writes_is_found_too() {
        try (var worker = test.worker(1)) {
            var run = test.await(test.startMainJob());

            awaitThat(() -> {
                test.clock.advance(Duration.ofMillis(200));
                return test.adapters
                        .documents()
                        .listPending(test.clock.instant(), DocumentId.BELOW_ALL, 10)
                        .isEmpty();
            });
            assertFalse(test.core()
                    .documents()
                    .list(test.ada, run.projectId(), PageRequest.first(10))
                    .items()
                    .isEmpty());
        }
    }

    private static String many(int paragraphs) {
        return IntStream.range(0, paragraphs)
                .mapToObj(number -> "Paragraph number %d says something of its own. "
                        .formatted(number)
                        .repeat(20))
                .collect(Collectors.joining("\n\n"));
    }

    private DocumentId write(String content) {
        return write(MediaType.TEXT, content);
    }

    private DocumentId write(MediaType type, String content) {
        var details = new DocumentDetails("Title", content, type, DocumentStatus.DRAFT);
        return test.core()
                .documents()
                .create(test.ada, project, details)
                .document()
                .id();
    }

    private FileId file(String name, String type, String content) {
        return test.core()
                .files()
                .upload(
                        test.ada,
                        project,
                        new FileDetails(name, type),
                        ExpectedContent.ANY,
                        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))
                .file()
                .id();
    }

    private DocumentId upload(String name, String type, String content) {
        return test.core()
                .documents()
                .createFrom(test.ada, file(name, type, content), Optional.empty())
                .document()
                .id();
    }

    private void change(DocumentId document, String content) {
        test.core()
                .documents()
                .change(
                        test.ada,
                        document,
                        new DocumentChange(Optional.empty(), Optional.of(content), Optional.empty()),
                        Precondition.none());
    }

    private Document get(DocumentId document) {
        return test.core().documents().get(test.ada, document).document();
    }

    private List<Passage> passages(DocumentId document) {
        return test.adapters.passages().passages(test.ada, document);
    }

    private List<String> texts(DocumentId document) {
        return passages(document).stream().map(Passage::text).toList();
    }

    private Set<String> digests(DocumentId document) {
        return passages(document).stream().map(Passage::digest).collect(Collectors.toSet());
    }

    private Set<String> embedded(DocumentId document) {
        return test.adapters.passages().embedded(test.ada, document, HashingEmbedder.NAME);
    }

    private long embeddedTexts() {
        return embedder.requests().stream()
                .mapToLong(request -> request.texts().size())
                .sum();
    }

    private List<JobRecord> jobs() {
        return test.adapters.jobRecords().list(JobFilter.ALL, 100);
    }

    private void work() {
        work(Duration.ofMillis(200));
    }

    /** A worker does what there is to be done. */
    private void work(Duration pace) {
        try (var worker = test.worker(1)) {
            awaitThat(() -> {
                test.clock.advance(pace);
                return jobs().stream().allMatch(job -> job.state().isFinal());
            });
        }
    }
}
