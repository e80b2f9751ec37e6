package dev.atelier.application;

import dev.atelier.port.in.account.Accounts;
import dev.atelier.port.in.document.Documents;
import dev.atelier.port.in.file.FileUpkeep;
import dev.atelier.port.in.file.Files;
import dev.atelier.port.in.health.Health;
import dev.atelier.port.in.idempotency.IdempotentRequests;
import dev.atelier.port.in.job.JobOperations;
import dev.atelier.port.in.job.Jobs;
import dev.atelier.port.in.project.Projects;
import dev.atelier.port.in.run.Runs;
import dev.atelier.port.in.search.Reindexing;
import dev.atelier.port.in.search.Search;
import dev.atelier.port.in.usage.UsageReports;
import dev.atelier.port.in.workflow.WorkflowTemplates;
import dev.atelier.port.in.workflow.Workflows;

/** What the core offers. All of it may be used by many threads at once. */
public record InboundPorts(
        Accounts accounts,
        Projects projects,
        Documents documents,
        Files files,
        FileUpkeep fileUpkeep,
        Workflows workflows,
        WorkflowTemplates workflowTemplates,
        Runs runs,
        UsageReports usageReports,
        Search search,
        Reindexing reindexing,
        Jobs jobs,
        JobOperations jobOperations,
        IdempotentRequests idempotentRequests,
        Health health) {}
