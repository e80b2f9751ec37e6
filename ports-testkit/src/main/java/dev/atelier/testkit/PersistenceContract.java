package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.project.Project;
import dev.atelier.domain.workflow.Workflow;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** What the contracts of all repositories have in common. */
@Timeout(120)
public abstract class PersistenceContract {

    private Optional<PersistenceFixture> opened = Optional.empty();

    /** A database that nobody else uses during the test, with nothing of other tests in it. Called once a test. */
    protected abstract PersistenceFixture fixture();

    @BeforeEach
    final void openFixture() {
        opened = Optional.of(fixture());
    }

    final PersistenceFixture database() {
        return opened.orElseThrow();
    }

    /** A stored project of that owner. */
    final Project newProject(UserId owner) {
        var project = Samples.project(owner);
        database().projects().insert(project);
        return project;
    }

    /** A stored workflow in a project of its own. */
    final Workflow newWorkflow(UserId owner) {
        var workflow = Samples.workflow(newProject(owner));
        database().workflows().insert(workflow);
        return workflow;
    }

    /**
     * Checks that a call with a stranger's name changes nothing, however it ends.
     *
     * @param call in a transaction of its own
     */
    final void attempt(Runnable call) {
        try {
            database().transactions().run(call);
        } catch (RuntimeException refused) {
            // a refusal is as good as silence
        }
    }

    /** Checks that of many who do the same at once exactly one is told {@code true}. */
    static void assertOneWins(Iterable<Boolean> outcomes) {
        int winners = 0;
        for (boolean won : outcomes) {
            winners += won ? 1 : 0;
        }
        assertEquals(1, winners);
    }

    static void assertPresent(Optional<?> value) {
        assertTrue(value.isPresent(), "nothing was found");
    }

    static void assertAbsent(Optional<?> value) {
        assertEquals(Optional.empty(), value);
    }
}
