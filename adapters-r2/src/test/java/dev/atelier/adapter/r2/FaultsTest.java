package dev.atelier.adapter.r2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.application.AtelierCore;
import dev.atelier.application.CoreSettings;
import dev.atelier.application.InboundPorts;
import dev.atelier.application.OutboundPorts;
import dev.atelier.domain.account.User;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.account.UserProfile;
import dev.atelier.domain.file.ExpectedContent;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.file.ObjectKey;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.local.LocalStorage;
import dev.atelier.port.PortFailure;
import dev.atelier.port.in.file.UploadBody;
import dev.atelier.port.out.file.BlobPage;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.file.StoredBlob;
import dev.atelier.port.out.job.JobObserver;
import dev.atelier.port.out.search.Embedders;
import dev.atelier.testkit.SettableClock;
import dev.atelier.testkit.memory.HashingEmbedder;
import dev.atelier.testkit.memory.InMemoryAdapters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A fault between us and storage, at every step of an upload: it succeeds (not when its bytes were passed on) or says why not, tries a bounded number of times,
 * and after a sweep there is an object for each row and a row for each object. What each gave is in {@code
 * target/fault-table.md}.
 */
@Timeout(120)
class FaultsTest {

    /** Somewhat impatient, so that the test is not the slowest of all. */
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(12), Duration.ofMinutes(1));

    private static final int ALWAYS = Integer.MAX_VALUE;
    private static final int MOST_REQUESTS = 5;
    private static final List<String> TABLE = Collections.synchronizedList(new ArrayList<>());

    private final SettableClock clock = new SettableClock(Instant.now());
    private final InMemoryAdapters memory = InMemoryAdapters.create(clock);
    private final FaultyWay way = FaultyWay.to(LocalStorage.shared().bucket().endpoint());
    private final R2Adapter r2 =
            R2Adapter.open(Buckets.settings(LocalStorage.shared().newBucket(), way.address()), PATIENCE);
    private final InboundPorts core = core(r2.storage());
    private final UserId ada = ada();
    private final ProjectId project =
            core.projects().create(ada, new ProjectDetails("Project", "")).id();

    static Stream<Arguments> faults() {
        return Stream.of(Fault.values())
                .flatMap(fault -> Stream.of(Step.values())
                        .filter(step -> step.hasBytes() || !fault.isOfBytes())
                        .filter(step -> !step.isAnotherPart() || fault == Fault.CUT || fault == Fault.CUT_IN_THE_BODY)
                        .flatMap(step -> Stream.of(Arguments.of(fault, step, 1), Arguments.of(fault, step, ALWAYS))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void an_upload_succeeds_or_says_why_not_and_leaves_nothing_behind(Fault fault, Step step, int times) {
        way.put(fault, step::matches, times);
        var outcome = upload(step);
        int requests = way.seen();
        way.put(fault, line -> false, 0);

        boolean mended = times == 1 && fault != Fault.FORBIDDEN_403 && !step.isOfKnownLength();
        assertEquals(mended, outcome.equals("stored"), outcome);
        assertTrue(requests >= 1 && requests <= MOST_REQUESTS, () -> requests + " requests");
        assertProblem(fault, outcome);
        assertAgreement(outcome.equals("stored") ? 1 : 0);
        TABLE.add("| %s | %s | %s | %s | %d |"
                .formatted(words(fault), words(step), times == 1 ? "once" : "always", outcome, requests));
    }

    private static void assertProblem(Fault fault, String outcome) {
        if (!outcome.equals("stored")) {
            switch (fault) {
                case FORBIDDEN_403 -> assertEquals("502 upstream_failed", outcome);
                case SLOW_DOWN_503, STATUS_500, DAMAGE -> assertEquals("503 storage_unavailable", outcome);
                case NO_ANSWER, CUT, CUT_IN_THE_BODY, LOST_ANSWER ->
                    assertTrue(
                            List.of("503 storage_unavailable", "504 upstream_timeout")
                                    .contains(outcome),
                            outcome);
            }
        }
    }

    /** Everything is two days old now; the worker's jobs are done by the sweeper, too. */
    private void assertAgreement(int files) {
        clock.advance(Duration.ofDays(2));
        core.fileUpkeep().mend(finding -> {});

        assertEquals(0, core.fileUpkeep().inspect(finding -> {}).findings().size());
        var rows = memory.fileInventory().list("", 10);
        var objects = r2.storage().list("", 10).items();
        assertEquals(files, rows.size());
        assertEquals(
                rows.stream().map(row -> row.key().value()).toList(),
                objects.stream().map(StoredBlob::key).map(ObjectKey::value).toList());
        assertEquals(List.of(), r2.storage().listUnfinished("", 10).items());
        assertEquals(
                files,
                core.files().list(ada, project, PageRequest.first(10)).items().size());
    }

    private String upload(Step step) {
        var bytes = new byte[step.bytes()];
        new Random(1).nextBytes(bytes);
        var likelySize = Optional.of((long) bytes.length).filter(any -> step.isOfKnownLength());
        try {
            var stored = core.files()
                    .upload(
                            ada,
                            project,
                            new FileDetails("a.bin", FileDetails.UNKNOWN_CONTENT_TYPE),
                            ExpectedContent.ANY,
                            new UploadBody(new ByteArrayInputStream(bytes), likelySize));
            try (var content = core.files().open(ada, stored.file().id());
                    InputStream body = content.body()) {
                assertEquals(-1, java.util.Arrays.mismatch(bytes, body.readAllBytes()));
            }
            return "stored";
        } catch (PortFailure e) {
            return problem(e);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What the HTTP adapter makes of it. */
    private static String problem(PortFailure failure) {
        return switch (failure) {
            case PortFailure.Retryable retryable ->
                retryable.isTimeout() ? "504 upstream_timeout" : "503 storage_unavailable";
            case PortFailure.OutcomeUnknown unknown -> "503 storage_unavailable";
            case PortFailure.Permanent permanent -> "502 upstream_failed";
        };
    }

    private static String words(Enum<?> name) {
        return name.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    @AfterEach
    void close() {
        r2.close();
        way.close();
    }

    @AfterAll
    static void keepTheTable() throws IOException {
        TABLE.sort(null);
        var lines = new ArrayList<>(List.of(
                "| fault | request | how often | the client gets | requests |", "| --- | --- | --- | --- | --- |"));
        lines.addAll(TABLE);
        Files.write(Path.of("target", "fault-table.md"), lines);
    }

    private UserId ada() {
        var id = new UserId(UUID.randomUUID());
        memory.addUser(new User(id, "ada@example.com", new UserProfile(""), clock.instant(), 1));
        return id;
    }

    private InboundPorts core(BlobStorage blobs) {
        return AtelierCore.assemble(
                new OutboundPorts(
                        memory.transactions(),
                        memory.users(),
                        memory.projects(),
                        memory.documents(),
                        memory.files(),
                        memory.fileInventory(),
                        twoDaysOn(blobs),
                        memory.contentTypes(),
                        memory.thumbnailer(),
                        memory.workflows(),
                        memory.runs(),
                        memory.runEventFeed(),
                        memory.jobs(),
                        memory.jobRecords(),
                        memory.jobSignal(),
                        JobObserver.NOBODY,
                        memory.idempotency(),
                        memory.passages(),
                        memory.textExtractor(),
                        Embedders.only(new HashingEmbedder()),
                        memory.textModel(),
                        memory.imageModel(),
                        memory.modelCatalog(),
                        memory.callLedger(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        clock),
                CoreSettings.DEFAULT);
    }

    /** The storage, whose clock is ahead: whatever is in it seems to have been there for two days. */
    private static BlobStorage twoDaysOn(BlobStorage blobs) {
        return (BlobStorage) Proxy.newProxyInstance(
                BlobStorage.class.getClassLoader(), new Class<?>[] {BlobStorage.class}, (proxy, method, arguments) -> {
                    try {
                        var given = method.invoke(blobs, arguments);
                        return given instanceof BlobPage<?> page
                                ? new BlobPage<>(page.items(), page.asOf().plus(Duration.ofDays(2)), page.next())
                                : given;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
