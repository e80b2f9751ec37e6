package dev.atelier.application;

import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.ObjectKey;
import dev.atelier.domain.id.UuidV7;
import dev.atelier.domain.id.UuidV7Sequence;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.run.Step;
import dev.atelier.domain.usage.CallId;
import dev.atelier.domain.workflow.WorkflowId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;

/** New ids, in the order of their making. */
final class Ids {

    private final SecureRandom random = new SecureRandom();
    private final UuidV7Sequence sequence;

    Ids(InstantSource clock) {
        this.sequence = new UuidV7Sequence(clock, random);
    }

    ProjectId project() {
        return new ProjectId(sequence.next());
    }

    DocumentId document() {
        return new DocumentId(sequence.next());
    }

    FileId file() {
        return new FileId(sequence.next());
    }

    /** The id of the file that a step makes: the same however often the step is done. */
    FileId file(Run run, Step step) {
        var name = "%s/%s/%d".formatted(run.id().value(), step.nodeId(), step.iteration());
        return new FileId(UuidV7.derive(run.createdAt(), name));
    }

    ObjectKey objectKey() {
        return ObjectKey.generate(random);
    }

    /** 32 letters and digits that nobody can guess. */
    String secret() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    WorkflowId workflow() {
        return new WorkflowId(sequence.next());
    }

    RunId run() {
        return new RunId(sequence.next());
    }

    CallId call() {
        return new CallId(sequence.next());
    }

    JobId job() {
        return new JobId(sequence.next());
    }
}
