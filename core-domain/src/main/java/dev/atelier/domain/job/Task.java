package dev.atelier.domain.job;

import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.workflow.NodeId;
import java.util.Optional;

/** What a job is to do, for the user that it belongs to. */
public sealed interface Task {

    /** What it is called outside. */
    String kind();

    /** Where it waits. */
    Queue queue();

    /** What jobs of the same owner have in common of which one is enough; empty when each must be done. */
    Optional<String> key();

    /** Execute a step of a run. */
    record ExecuteStep(RunId run, NodeId node, int iteration) implements Task {

        public static final String KIND = "execute_step";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Queue queue() {
            return Queue.INTERACTIVE;
        }

        @Override
        public Optional<String> key() {
            return Optional.empty();
        }
    }

    /** Remove the objects of the user's files that are {@link dev.atelier.domain.file.FileState#DELETING}, then their rows. */
    record RemoveDeletedFiles() implements Task {

        public static final String KIND = "remove_deleted_files";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Queue queue() {
            return Queue.BULK;
        }

        @Override
        public Optional<String> key() {
            return Optional.of(KIND);
        }
    }

    /** Tell the owner of a run by mail how it has ended. */
    record MailAboutRun(RunId run) implements Task {

        public static final String KIND = "mail_about_run";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Queue queue() {
            return Queue.BULK;
        }

        @Override
        public Optional<String> key() {
            return Optional.of(KIND + " " + run.value());
        }
    }

    /** Make a small image of a file that is one. */
    record MakeThumbnail(FileId file) implements Task {

        public static final String KIND = "make_thumbnail";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Queue queue() {
            return Queue.BULK;
        }

        @Override
        public Optional<String> key() {
            return Optional.of(KIND + " " + file.value());
        }
    }

    /** Make a document found as it is now. */
    record IngestDocument(DocumentId document) implements Task {

        public static final String KIND = "ingest_document";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Queue queue() {
            return Queue.BULK;
        }

        @Override
        public Optional<String> key() {
            return Optional.of(KIND + " " + document.value());
        }
    }
}
