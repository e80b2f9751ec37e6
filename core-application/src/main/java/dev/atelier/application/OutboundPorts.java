package dev.atelier.application;

import dev.atelier.domain.workflow.WorkflowTemplate;
import dev.atelier.port.out.account.UserRepository;
import dev.atelier.port.out.document.DocumentRepository;
import dev.atelier.port.out.file.BlobStorage;
import dev.atelier.port.out.file.ContentTypes;
import dev.atelier.port.out.file.FileInventory;
import dev.atelier.port.out.file.FileRepository;
import dev.atelier.port.out.file.Thumbnailer;
import dev.atelier.port.out.health.HealthProbe;
import dev.atelier.port.out.idempotency.IdempotencyRepository;
import dev.atelier.port.out.job.JobObserver;
import dev.atelier.port.out.job.JobRecords;
import dev.atelier.port.out.job.JobRepository;
import dev.atelier.port.out.job.JobSignal;
import dev.atelier.port.out.mail.Mailer;
import dev.atelier.port.out.project.ProjectRepository;
import dev.atelier.port.out.run.ImageModel;
import dev.atelier.port.out.run.ModelCatalog;
import dev.atelier.port.out.run.RunEventFeed;
import dev.atelier.port.out.run.RunRepository;
import dev.atelier.port.out.run.TextModel;
import dev.atelier.port.out.run.WebSearch;
import dev.atelier.port.out.search.Embedders;
import dev.atelier.port.out.search.PassageIndex;
import dev.atelier.port.out.search.TextExtractor;
import dev.atelier.port.out.transaction.Transactions;
import dev.atelier.port.out.usage.CallLedger;
import dev.atelier.port.out.workflow.WorkflowRepository;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What the core needs. The repositories and {@link Transactions} belong together: they are of one database.
 *
 * @param webSearch empty when nobody searches the web here: workflows that want it are refused
 * @param mailer empty when no mail is sent: what asks for it does without
 * @param workflowTemplates what workflows can be made from, each with an id of its own
 * @param healthProbes what {@link dev.atelier.port.in.health.Health} looks at
 * @param clock what time it is
 */
public record OutboundPorts(
        Transactions transactions,
        UserRepository users,
        ProjectRepository projects,
        DocumentRepository documents,
        FileRepository files,
        FileInventory fileInventory,
        BlobStorage blobs,
        ContentTypes contentTypes,
        Thumbnailer thumbnailer,
        WorkflowRepository workflows,
        RunRepository runs,
        RunEventFeed runEventFeed,
        JobRepository jobs,
        JobRecords jobRecords,
        JobSignal jobSignal,
        JobObserver jobObserver,
        IdempotencyRepository idempotency,
        PassageIndex passages,
        TextExtractor textExtractor,
        Embedders embedders,
        TextModel textModel,
        ImageModel imageModel,
        ModelCatalog modelCatalog,
        CallLedger callLedger,
        Optional<WebSearch> webSearch,
        Optional<Mailer> mailer,
        List<WorkflowTemplate> workflowTemplates,
        List<HealthProbe> healthProbes,
        InstantSource clock) {

    public OutboundPorts {
        workflowTemplates = List.copyOf(workflowTemplates);
        healthProbes = List.copyOf(healthProbes);
    }
}
