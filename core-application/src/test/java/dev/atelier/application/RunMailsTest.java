package dev.atelier.application;

import static dev.atelier.application.Definitions.chain;
import static dev.atelier.application.Definitions.node;
import static dev.atelier.application.TestCore.awaitThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.User;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.account.UserProfile;
import dev.atelier.domain.error.WorkflowFault;
import dev.atelier.domain.job.JobRecord;
import dev.atelier.domain.job.JobState;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.WorkflowDetails;
import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.in.run.RunRequest;
import dev.atelier.port.out.mail.Mailer.Part;
import dev.atelier.port.out.mail.Mailer.Recipient;
import dev.atelier.testkit.memory.InMemoryMailer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The mail at the end of a run. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunMailsTest {

    private static final String ODD_NAME = "Tea & <b>\"Talk\"</b>";

    private final TestCore test = new TestCore().frontend(URI.create("https://app.example.com"));
    private final InMemoryMailer mailer = test.adapters.mailer();

    @Test
    void a_run_that_is_done_tells_its_owner_once() {
        var run = ended(start(true));

        awaitThat(() -> mailer.sent().size() == 1);
        var mail = mailer.sent().getFirst();
        assertEquals(new Recipient(test.ada.value() + "@example.com", "Ada"), mail.to());
        assertEquals("Done: " + ODD_NAME, mail.subject());
        assertEquals(
                List.of(
                        new Part.Paragraph("Your workflow \"%s\" has run to its end.".formatted(ODD_NAME)),
                        new Part.Link(
                                "See what it made",
                                URI.create("https://app.example.com/runs/"
                                        + run.id().value()))),
                mail.parts());
        assertTrue(mail.id().startsWith("run-" + run.id().value()), mail::id);
    }

    @Test
    void a_run_that_failed_tells_why_and_tells_again_how_it_ends_when_it_is_tried_again() {
        test.adapters.textModel().fail(new PortFailure.Permanent(Service.TEXT_MODEL, "no credit"));
        var failed = ended(start(true));
        assertEquals(RunStatus.FAILED, failed.status());
        awaitThat(() -> mailer.sent().size() == 1);
        assertEquals("Failed: " + ODD_NAME, mailer.sent().getFirst().subject());
        assertTrue(mailer.sent().getFirst().parts().contains(new Part.Paragraph("text: no credit")));

        assertEquals(
                RunStatus.COMPLETED,
                ended(test.core().runs().retry(test.ada, failed.id())).status());

        awaitThat(() -> mailer.sent().size() == 2);
        assertEquals("Done: " + ODD_NAME, mailer.sent().getLast().subject());
        assertNotEquals(mailer.sent().getFirst().id(), mailer.sent().getLast().id());
    }

    @Test
    void a_mail_that_cannot_be_sent_now_is_sent_later_and_the_run_knows_nothing_of_it() {
        mailer.fail(PortFailure.Retryable.unavailable(Service.MAIL, "away"));

        assertEquals(RunStatus.COMPLETED, ended(start(true)).status());
        try (var worker = test.worker(1)) {
            awaitThat(() -> {
                test.clock.advance(Duration.ofSeconds(1));
                return mailer.sent().size() == 1;
            });
        }
    }

    @Test
    void a_mail_that_is_refused_is_given_up() {
        mailer.fail(new PortFailure.Permanent(Service.MAIL, "no such sender"));

        assertEquals(RunStatus.COMPLETED, ended(start(true)).status());

        assertMailJobIs(JobState.DONE);
        assertEquals(List.of(), mailer.sent());
    }

    @Test
    void a_mail_job_that_is_done_again_sends_the_same_mail() {
        var run = ended(start(true));
        awaitThat(() -> mailer.sent().size() == 1);

        var again = new JobQueue(
                test.adapters.jobs(), test.adapters.jobSignal(), test.adapters.transactions(), new Ids(test.clock));
        again.enqueue(test.ada, new Task.MailAboutRun(run.id()));
        try (var worker = test.worker(1)) {
            assertMailJobIs(JobState.DONE);
        }
        assertEquals(1, mailer.sent().size());
    }

    @Test
    void nobody_is_told_who_does_not_want_it_or_has_no_address() {
        ended(start(false));
        assertEquals(List.of(), mailJobs(test.ada));

        var anonymous = new UserId(UUID.randomUUID());
        test.adapters.addUser(new User(anonymous, "", new UserProfile(""), TestCore.START, 1));
        var project = test.core()
                .projects()
                .create(anonymous, new ProjectDetails("P", ""))
                .id();
        var workflow =
                test.core().workflows().create(anonymous, project, new WorkflowDetails("W", "", definition(true)));
        var run =
                test.core().runs().start(anonymous, workflow.id(), new RunRequest(ObjectValue.EMPTY, Optional.empty()));
        try (var worker = test.worker(1)) {
            awaitThat(() -> test.core().runs().get(anonymous, run.id()).status() == RunStatus.COMPLETED);
            awaitThat(() -> mailJobs(anonymous).stream().anyMatch(job -> job.state() == JobState.DONE));
        }
        assertEquals(List.of(), mailer.sent());
    }

    @Test
    void without_a_mailer_the_run_is_done_all_the_same_and_validation_warns() {
        test.withoutMailer();

        assertEquals(RunStatus.COMPLETED, ended(start(true)).status());
        assertMailJobIs(JobState.DONE);
        var check = test.core().workflows().validate(definition(true));
        assertTrue(check.graph().isPresent());
        assertEquals(
                List.of(WorkflowFault.at("finish", WorkflowFault.Code.NOT_CONFIGURED, ExecutableNodes.NO_MAIL)),
                check.warnings());
        assertTrue(ExecutableNodes.NO_MAIL.contains("BREVO_API_KEY"));
        assertEquals(
                List.of(), test.core().workflows().validate(definition(false)).warnings());
    }

    @Test
    void without_a_frontend_there_is_no_link() {
        var bare = new TestCore();
        var started = bare.start(definition(true));
        try (var worker = bare.worker(1)) {
            bare.await(started);
            awaitThat(() -> bare.adapters.mailer().sent().size() == 1);
        }

        assertEquals(1, bare.adapters.mailer().sent().getFirst().parts().size());
    }

    private Run start(boolean notifyUser) {
        var workflow = test.core()
                .workflows()
                .create(test.ada, test.newProject(), new WorkflowDetails(ODD_NAME, "", definition(notifyUser)));
        return test.core().runs().start(test.ada, workflow.id(), new RunRequest(ObjectValue.EMPTY, Optional.empty()));
    }

    /** The run once it has ended, and its mail has been tried once. */
    private Run ended(Run started) {
        try (var worker = test.worker(1)) {
            var run = test.await(started);
            awaitThat(() ->
                    mailJobs(test.ada).stream().allMatch(job -> job.attempt() > 0 && job.state() != JobState.CLAIMED));
            return run;
        }
    }

    private void assertMailJobIs(JobState state) {
        awaitThat(() ->
                !mailJobs(test.ada).isEmpty() && mailJobs(test.ada).stream().allMatch(job -> job.state() == state));
    }

    private List<JobRecord> mailJobs(UserId user) {
        return test.core().jobs().list(user, PageRequest.first(100)).items().stream()
                .filter(record -> record.job().task() instanceof Task.MailAboutRun)
                .toList();
    }

    private static ObjectValue definition(boolean notifyUser) {
        return chain(
                node("start", "start", ObjectValue.EMPTY),
                node("text", "text_generation", ObjectValue.EMPTY.with("prompt", Value.of("x"))),
                node("finish", "finish", ObjectValue.EMPTY.with("notifyUser", Value.of(notifyUser))));
    }
}
