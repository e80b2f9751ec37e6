package dev.atelier.example;

import dev.atelier.application.AtelierCore;
import dev.atelier.application.CoreSettings;
import dev.atelier.domain.account.User;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.account.UserProfile;
import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.DocumentStatus;
import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.page.PageRequest;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.WorkflowDetails;
import dev.atelier.port.in.job.WorkerOptions;
import dev.atelier.port.in.run.RunEventStream.Event;
import dev.atelier.port.in.run.RunRequest;
import dev.atelier.testkit.memory.InMemoryAdapters;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The whole product in one process, without a server: a user, a project, a document, and a run that makes more of it. */
public final class EmbeddedCore {

    private static final String FACTS = """
            The Aurora espresso machine heats up in 20 seconds. It was designed in Porto and is built from recycled \
            aluminium. The tank holds 1.8 litres, enough for thirty cups. It costs 249 euros and ships from March.""";

    private EmbeddedCore() {}

    public static void main(String[] args) throws InterruptedException {
        run(System.out);
    }

    static void run(PrintStream out) throws InterruptedException {
        var adapters = InMemoryAdapters.create();
        var core = AtelierCore.assemble(Memory.ports(adapters), CoreSettings.DEFAULT);

        var ada = new UserId(UUID.randomUUID());
        adapters.addUser(new User(ada, "ada@example.org", new UserProfile("Ada"), Instant.now(), 1));
        var project =
                core.projects().create(ada, new ProjectDetails("Launch", "")).id();
        var details = new DocumentDetails("Facts", FACTS, MediaType.TEXT, DocumentStatus.DONE);
        var facts = core.documents().create(ada, project, details).document().details();
        var workflow =
                core.workflows().create(ada, project, new WorkflowDetails("Announce", "", Definitions.ANNOUNCEMENT));

        try (var worker = core.jobs().startWorker(WorkerOptions.DEFAULT)) {
            var inputs = ObjectValue.EMPTY.with("facts", Value.of(facts.content()));
            var run = core.runs().start(ada, workflow.id(), new RunRequest(inputs, Optional.empty()));
            try (var events = core.runs().follow(ada, run.id(), 0)) {
                while (!events.isFinished()) {
                    for (var item : events.next(Duration.ofSeconds(1))) {
                        if (item instanceof Event event) {
                            out.println(
                                    event.event().number() + " " + event.event().type());
                        }
                    }
                }
            }
        }
        core.documents().list(ada, project, PageRequest.first(10)).items().forEach(made -> {
            out.println("== " + made.document().details().title());
            out.println(made.fileUrl()
                    .map(Object::toString)
                    .orElse(made.document().details().content()));
        });
    }
}
