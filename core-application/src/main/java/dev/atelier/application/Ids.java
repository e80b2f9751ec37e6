package dev.atelier.application;

import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.ObjectKey;
import dev.atelier.domain.id.UuidV7;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.workflow.WorkflowId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/** New ids, of the time that it is. */
final class Ids {

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Ids(InstantSource clock) {
        this.clock = clock;
    }

    ProjectId project() {
        return new ProjectId(next());
    }

    DocumentId document() {
        return new DocumentId(next());
    }

    FileId file() {
        return new FileId(next());
    }

    /** The id of the file that a step makes: the same however often the step is done. */
    FileId file(Run run, Step step) {
        var name = "%s/%s/%d".formatted(run.id().value(), step.nodeId(), step.iteration());
        return new FileId(UuidV7.derive(run.createdAt(), name));
    }

    ObjectKey objectKey() {
        return ObjectKey.generate(random);
    }

    WorkflowId workflow() {
        return new WorkflowId(next());
    }

    RunId run() {
        return new RunId(next());
    }

    JobId job() {
        return new JobId(next());
    }

    private UUID next() {
        return UuidV7.generate(clock.instant(), random);
    }
}
