package dev.atelier.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.application.AtelierCore;
import dev.atelier.application.CoreSettings;
import dev.atelier.application.InboundPorts;
import dev.atelier.domain.account.User;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.account.UserProfile;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.domain.run.Review;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunStatus;
import dev.atelier.domain.run.StepStatus;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.domain.workflow.WorkflowCheck;
import dev.atelier.domain.workflow.WorkflowTemplate;
import dev.atelier.domain.workflow.WorkflowTemplate.Language;
import dev.atelier.json.template.BuiltInTemplates;
import dev.atelier.port.in.job.WorkerOptions;
import dev.atelier.port.in.run.RunRequest;
import dev.atelier.port.in.workflow.WorkflowTemplates.Request;
import dev.atelier.testkit.memory.InMemoryAdapters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every template runs to its end in one process, without a server, a key or a network. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TemplatesTest {

    private static final UserId ADA = new UserId(UUID.randomUUID());

    static List<String> templates() {
        return BuiltInTemplates.all().stream().map(WorkflowTemplate::id).toList();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void runs_to_its_end_and_every_text_and_picture_is_there(String template) {
        var adapters = InMemoryAdapters.create();
        adapters.addUser(new User(ADA, "ada@example.org", new UserProfile("Ada"), Instant.now(), 1));
        var core = AtelierCore.assemble(Memory.ports(adapters), CoreSettings.DEFAULT);
        var project =
                core.projects().create(ADA, new ProjectDetails("Launch", "")).id();
        var workflow = core.workflowTemplates()
                .create(ADA, project, new Request(template, Language.ENGLISH, Optional.empty()));
        var inputs = inputs(workflow.details().definition());

        Run run;
        try (var worker = core.jobs().startWorker(WorkerOptions.DEFAULT)) {
            run = awaitEnd(core, core.runs().start(ADA, workflow.id(), new RunRequest(inputs, Optional.empty())));
        }

        assertEquals(RunStatus.COMPLETED, run.status(), run::toString);
        assertEquals(100, run.progress());
        for (var step : core.runs().steps(ADA, run.id())) {
            if (step.status() == StepStatus.SKIPPED) {
                assertEquals("revision", step.nodeId().value()); // what was approved is not written again
                continue;
            }
            assertEquals(StepStatus.COMPLETED, step.status());
            var output = step.output();
            output.field("content").ifPresent(text -> assertTrue(!text.text().isBlank(), step::toString));
            output.field("file_url").ifPresent(url -> assertTrue(!url.text().isBlank(), step::toString));
            output.field("attached").ifPresent(attached -> assertEquals(Value.of(true), attached, step::toString));
            output.field("count").ifPresent(count -> assertEquals(Value.of(5), count, step::toString));
        }
    }

    /** What a person would fill in: all that is asked for and has no default. */
    private static ObjectValue inputs(ObjectValue definition) {
        var inputs = ObjectValue.EMPTY;
        for (var input : WorkflowCheck.of(definition).graphOrThrow().start().inputs()) {
            if (input.required() && input.fallback().isEmpty()) {
                inputs = inputs.with(input.name(), Value.of("Aurora coffee"));
            }
        }
        return inputs;
    }

    /** Whatever waits for a person is approved. */
    private static Run awaitEnd(InboundPorts core, Run started) {
        while (true) {
            var run = core.runs().get(ADA, started.id());
            if (run.status().isFinal()) {
                return run;
            }
            if (run.status() == RunStatus.PAUSED) {
                core.runs().review(ADA, run.id(), new NodeId("review"), new Review(Review.Verdict.APPROVE, ""));
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
