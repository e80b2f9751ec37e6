package dev.atelier.domain.job;

import dev.atelier.domain.file.FileId;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.workflow.NodeId;

/** What a job is to do, for the user that it belongs to. */
public sealed interface Task {

    /** Execute a step of a run. */
    record ExecuteStep(RunId run, NodeId node, int iteration) implements Task {}

    /** Remove the objects of the user's files that are {@link dev.atelier.domain.file.FileState#DELETING}, then their rows. */
    record RemoveDeletedFiles() implements Task {}

    /** Make a small image of a file that is one. */
    record MakeThumbnail(FileId file) implements Task {}
}
