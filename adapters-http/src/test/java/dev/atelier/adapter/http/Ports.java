package dev.atelier.adapter.http;

import dev.atelier.port.in.file.Files;
import dev.atelier.port.in.project.Projects;
import dev.atelier.port.in.run.Runs;
import dev.atelier.port.in.search.Search;
import dev.atelier.port.out.account.TokenVerifier;

/** The ports of a server, one of them exchanged. */
final class Ports {

    private Ports() {}

    static HttpPorts with(HttpPorts ports, TokenVerifier verifier) {
        return new HttpPorts(
                verifier,
                ports.accounts(),
                ports.projects(),
                ports.documents(),
                ports.files(),
                ports.workflows(),
                ports.workflowTemplates(),
                ports.runs(),
                ports.usageReports(),
                ports.search(),
                ports.jobs(),
                ports.idempotentRequests(),
                ports.health(),
                ports.metrics());
    }

    static HttpPorts with(HttpPorts ports, Projects projects) {
        return new HttpPorts(
                ports.tokenVerifier(),
                ports.accounts(),
                projects,
                ports.documents(),
                ports.files(),
                ports.workflows(),
                ports.workflowTemplates(),
                ports.runs(),
                ports.usageReports(),
                ports.search(),
                ports.jobs(),
                ports.idempotentRequests(),
                ports.health(),
                ports.metrics());
    }

    static HttpPorts with(HttpPorts ports, Files files) {
        return new HttpPorts(
                ports.tokenVerifier(),
                ports.accounts(),
                ports.projects(),
                ports.documents(),
                files,
                ports.workflows(),
                ports.workflowTemplates(),
                ports.runs(),
                ports.usageReports(),
                ports.search(),
                ports.jobs(),
                ports.idempotentRequests(),
                ports.health(),
                ports.metrics());
    }

    static HttpPorts with(HttpPorts ports, Runs runs) {
        return new HttpPorts(
                ports.tokenVerifier(),
                ports.accounts(),
                ports.projects(),
                ports.documents(),
                ports.files(),
                ports.workflows(),
                ports.workflowTemplates(),
                runs,
                ports.usageReports(),
                ports.search(),
                ports.jobs(),
                ports.idempotentRequests(),
                ports.health(),
                ports.metrics());
    }

    static HttpPorts with(HttpPorts ports, Search search) {
        return new HttpPorts(
                ports.tokenVerifier(),
                ports.accounts(),
                ports.projects(),
                ports.documents(),
                ports.files(),
                ports.workflows(),
                ports.workflowTemplates(),
                ports.runs(),
                ports.usageReports(),
                search,
                ports.jobs(),
                ports.idempotentRequests(),
                ports.health(),
                ports.metrics());
    }
}
