package dev.atelier.bench.search;

import dev.atelier.adapter.minilm.MiniLmEmbedder;
import dev.atelier.adapter.postgres.PostgresAdapter;
import dev.atelier.adapter.text.TextAdapter;
import dev.atelier.adapter.text.TextSettings;
import dev.atelier.application.AtelierCore;
import dev.atelier.application.CoreSettings;
import dev.atelier.application.InboundPorts;
import dev.atelier.application.OutboundPorts;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.document.Ingestion;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.search.FoundPassage;
import dev.atelier.domain.search.SearchMode;
import dev.atelier.port.in.job.WorkerOptions;
import dev.atelier.port.in.search.SearchRequest;
import dev.atelier.port.out.job.JobObserver;
import dev.atelier.port.out.search.Embedders;
import dev.atelier.testkit.memory.InMemoryAdapters;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The product as far as search needs it: its core, PostgreSQL, the readers of documents and the model in the process. */
final class Studio {

    private static final Duration MOMENT = Duration.ofMillis(20);

    private final InMemoryAdapters memory = InMemoryAdapters.create();
    private final InboundPorts core;
    private final UserId user;
    private final ProjectId project;

    Studio(PostgresAdapter postgres, UserId user) {
        this.core = AtelierCore.assemble(ports(postgres), CoreSettings.DEFAULT);
        this.user = user;
        this.project =
                core.projects().create(user, new ProjectDetails("Studio", "")).id();
    }

    private OutboundPorts ports(PostgresAdapter postgres) {
        return new OutboundPorts(
                postgres.transactions(),
                postgres.users(),
                postgres.projects(),
                postgres.documents(),
                postgres.files(),
                postgres.fileInventory(),
                memory.blobs(),
                memory.contentTypes(),
                memory.thumbnailer(),
                postgres.workflows(),
                postgres.runs(),
                memory.runEventFeed(),
                postgres.jobs(),
                postgres.jobRecords(),
                memory.jobSignal(),
                JobObserver.NOBODY,
                postgres.idempotency(),
                postgres.passages(),
                TextAdapter.extractor(TextSettings.DEFAULT),
                Embedders.only(new MiniLmEmbedder()),
                memory.textModel(),
                memory.imageModel(),
                memory.modelCatalog(),
                postgres.callLedger(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                InstantSource.system());
    }

    /** Puts all of them in, and waits until they are found; their ids, by their names. */
    Map<String, DocumentId> ingest(Map<String, DocumentDetails> documents) {
        var ids = new LinkedHashMap<String, DocumentId>();
        try (var worker = core.jobs().startWorker(WorkerOptions.DEFAULT)) {
            documents.forEach((name, details) -> ids.put(
                    name,
                    core.documents().create(user, project, details).document().id()));
            ids.values().forEach(this::await);
        }
        return ids;
    }

    private void await(DocumentId id) {
        while (ingestion(id) == Ingestion.PENDING) {
            LockSupport.parkNanos(MOMENT.toNanos());
        }
        if (ingestion(id) != Ingestion.READY) {
            throw new IllegalStateException("document %s is %s".formatted(id.value(), ingestion(id)));
        }
    }

    private Ingestion ingestion(DocumentId id) {
        return core.documents().get(user, id).document().ingestion();
    }

    List<FoundPassage> search(String query, SearchMode mode, int limit) {
        return core.search().search(user, project, new SearchRequest(query, limit, mode));
    }

    /** Whether a model was asked for an answer; if not, nothing was found that fits. */
    boolean isAnswered(String question) {
        int before = memory.textModel().requests().size();
        core.search()
                .ask(user, project, new dev.atelier.port.in.search.Question(question, Optional.empty()), token -> {});
        return memory.textModel().requests().size() > before;
    }
}
