package dev.atelier.adapter.http;

import dev.atelier.port.in.account.Accounts;
import dev.atelier.port.in.document.Documents;
import dev.atelier.port.in.file.Files;
import dev.atelier.port.in.health.Health;
import dev.atelier.port.in.idempotency.IdempotentRequests;
import dev.atelier.port.in.job.Jobs;
import dev.atelier.port.in.project.Projects;
import dev.atelier.port.in.run.Runs;
import dev.atelier.port.in.search.Search;
import dev.atelier.port.in.usage.UsageReports;
import dev.atelier.port.in.workflow.WorkflowTemplates;
import dev.atelier.port.in.workflow.Workflows;
import dev.atelier.port.out.account.TokenVerifier;
import java.util.function.Supplier;

/**
 * What requests are answered with, and how it is known who asks.
 *
 * @param metrics the figures of this process, in the text format of Prometheus
 */
public record HttpPorts(
        TokenVerifier tokenVerifier,
        Accounts accounts,
        Projects projects,
        Documents documents,
        Files files,
        Workflows workflows,
        WorkflowTemplates workflowTemplates,
        Runs runs,
        UsageReports usageReports,
        Search search,
        Jobs jobs,
        IdempotentRequests idempotentRequests,
        Health health,
        Supplier<String> metrics) {}
