package dev.atelier.application;

import dev.atelier.domain.account.User;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.job.Claim;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.workflow.Workflow;
import dev.atelier.domain.workflow.WorkflowId;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.account.UserRepository;
import dev.atelier.port.out.job.JobObserver.Outcome;
import dev.atelier.port.out.mail.Mailer;
import dev.atelier.port.out.mail.Mailer.Mail;
import dev.atelier.port.out.mail.Mailer.Part;
import dev.atelier.port.out.mail.Mailer.Recipient;
import dev.atelier.port.out.run.RunRepository;
import dev.atelier.port.out.workflow.WorkflowRepository;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes to the owner of a run how it has ended. Where no mail is sent there is nothing to do, and nobody to be told. */
final class RunMailJob {

    /** The most that is said of why a run failed, in characters (code points). */
    static final int ERROR_MAX = 1_000;

    private static final Logger LOG = System.getLogger(RunMailJob.class.getName());

    private final Optional<Mailer> mailer;
    private final RunRepository runs;
    private final WorkflowRepository workflows;
    private final UserRepository users;
    private final Optional<URI> frontend;

    RunMailJob(
            Optional<Mailer> mailer,
            RunRepository runs,
            WorkflowRepository workflows,
            UserRepository users,
            Optional<URI> frontend) {
        this.mailer = mailer;
        this.runs = runs;
        this.workflows = workflows;
        this.users = users;
        this.frontend = frontend;
    }

    Outcome execute(Claim claim, Task.MailAboutRun task) {
        mailer.ifPresent(present -> mail(claim.job().owner(), task).ifPresent(mail -> send(present, mail, task)));
        return Outcome.DONE;
    }

    /** Empty when there is nothing to tell (any more), or nobody to tell it to. A run that goes on again tells of its next end. */
    private Optional<Mail> mail(UserId owner, Task.MailAboutRun task) {
        return runs.find(owner, task.run())
                .filter(run -> run.status() == RunStatus.COMPLETED || run.status() == RunStatus.FAILED)
                .flatMap(run -> users.find(owner)
                        .flatMap(RunMailJob::recipient)
                        .map(recipient -> mail(run, name(owner, run.workflowId()), recipient)));
    }

    private static Optional<Recipient> recipient(User user) {
        try {
            return Optional.of(new Recipient(user.email(), user.profile().fullName()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // anonymous, or signed in by phone
        }
    }

    private String name(UserId owner, WorkflowId workflow) {
        return workflows
                .find(owner, workflow)
                .map(Workflow::details)
                .map(details -> details.name())
                .orElse("");
    }

    private Mail mail(Run run, String workflow, Recipient to) {
        boolean completed = run.status() == RunStatus.COMPLETED;
        var parts = new ArrayList<Part>();
        parts.add(new Part.Paragraph(
                completed
                        ? "Your workflow \"%s\" has run to its end.".formatted(workflow)
                        : "Your workflow \"%s\" has failed. What is finished is kept; the run can go on from where it failed."
                                .formatted(workflow)));
        run.error().ifPresent(error -> parts.add(new Part.Paragraph(Texts.cut(error, ERROR_MAX))));
        frontend.map(origin -> origin.resolve("/runs/" + run.id().value()))
                .ifPresent(page -> parts.add(new Part.Link(completed ? "See what it made" : "See the run", page)));
        return new Mail(id(run), to, (completed ? "Done: %s" : "Failed: %s").formatted(workflow), List.copyOf(parts));
    }

    /** The same however often the job is done, and another when the run ends once more after it was tried again. */
    private static String id(Run run) {
        return "run-%s-%d".formatted(run.id().value(), run.lastEvent());
    }

    /** What the service will not take it will never take. The rest is the matter of whoever repeats jobs. */
    private static void send(Mailer mailer, Mail mail, Task.MailAboutRun task) {
        try {
            mailer.send(mail);
        } catch (PortFailure.Permanent e) {
            LOG.log(
                    Level.WARNING,
                    () -> "the mail about run %s is not sent: %s"
                            .formatted(task.run().value(), e.getMessage()));
        }
    }
}
