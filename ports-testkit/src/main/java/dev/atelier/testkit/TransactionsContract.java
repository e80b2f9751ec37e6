package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.project.Project;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.port.out.transaction.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of {@link Transactions}. Projects are what is stored here. */
public abstract class TransactionsContract extends PersistenceContract {

    private UserId owner = Samples.nobody();

    @BeforeEach
    final void signUp() {
        owner = database().newUser();
    }

    @Test
    void whatIsDoneIsCommittedWhenTheWorkReturns() {
        var first = Samples.project(owner);
        var second = Samples.project(owner);
        transactions().run(() -> {
            insert(first);
            insert(second);
        });

        assertTrue(isStored(first));
        assertTrue(isStored(second));
    }

    @Test
    void theResultOfTheWorkIsReturned() {
        assertEquals("result", transactions().execute(() -> "result"));
    }

    @Test
    void whatIsDoneIsUndoneWhenTheWorkThrows() {
        var before = newProject(owner);
        var inserted = Samples.project(owner);
        var deleted = newProject(owner);
        assertThrows(
                IllegalArgumentException.class,
                () -> transactions().run(() -> {
                    insert(inserted);
                    assertTrue(database().projects().update(renamed(before)));
                    assertTrue(database().projects().delete(owner, deleted.id()));
                    throw new IllegalArgumentException("no");
                }));

        assertFalse(isStored(inserted));
        assertEquals(Optional.of(before), database().projects().find(owner, before.id()));
        assertEquals(Optional.of(deleted), database().projects().find(owner, deleted.id()));
    }

    @Test
    void whatIsDoneIsUndoneWhenTheWorkEndsWithAnError() {
        var project = Samples.project(owner);
        assertThrows(
                AssertionError.class,
                () -> transactions().run(() -> {
                    insert(project);
                    throw new AssertionError("no");
                }));

        assertFalse(isStored(project));
    }

    @Test
    void aCascadeIsUndoneAsAWhole() {
        var workflow = newWorkflow(owner);
        var run = Samples.run(workflow);
        database().runs().insert(run);
        assertThrows(
                IllegalArgumentException.class,
                () -> transactions().run(() -> {
                    database().projects().delete(owner, workflow.projectId());
                    throw new IllegalArgumentException("no");
                }));

        assertPresent(database().projects().find(owner, workflow.projectId()));
        assertEquals(Optional.of(workflow), database().workflows().find(owner, workflow.id()));
        assertEquals(Optional.of(run), database().runs().find(owner, run.id()));
    }

    @Test
    void theExceptionGoesOnToTheCallerAsItIs() {
        var exception = new IllegalArgumentException("no");

        assertSame(
                exception,
                assertThrows(
                        IllegalArgumentException.class,
                        () -> transactions().run(() -> {
                            throw exception;
                        })));
    }

    @Test
    void whatATransactionHasDoneItSeesItself() {
        var project = Samples.project(owner);

        assertTrue(transactions().execute(() -> {
            insert(project);
            return isStored(project);
        }));
    }

    @Test
    void whatATransactionHasDoneNobodyElseSeesBeforeItIsCommitted() {
        var project = Samples.project(owner);
        var inserted = new CountDownLatch(1);
        var looked = new CountDownLatch(1);
        var writer = Concurrently.start(() -> {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> transactions().run(() -> {
                        insert(project);
                        inserted.countDown();
                        Concurrently.awaitOrGoOn(looked);
                        throw new IllegalArgumentException("no");
                    }));
            return true;
        });
        Concurrently.await(inserted);
        boolean seen = isStored(project); // who serializes transactions makes us wait here
        looked.countDown();

        assertTrue(Concurrently.result(writer));
        assertFalse(seen);
    }

    @Test
    void aStatementSeesWhatWasCommittedBeforeItBegan() {
        var project = Samples.project(owner);
        transactions().run(() -> {
            assertFalse(isStored(project));
            var other = Concurrently.start(() -> {
                insert(project);
                return true;
            });
            // who serializes transactions makes the other one wait for us
            assertEquals(Concurrently.finishes(other), isStored(project));
        });

        Concurrently.await("the other transaction", () -> isStored(project));
    }

    @Test
    void outsideOfATransactionEachCallIsOneOfItsOwn() {
        var project = Samples.project(owner);
        insert(project);

        assertTrue(Concurrently.result(Concurrently.start(() -> isStored(project))));
    }

    @Test
    void anInnerTransactionTakesPartInTheOuterOne() {
        var inner = Samples.project(owner);
        assertThrows(
                IllegalArgumentException.class,
                () -> transactions().run(() -> {
                    transactions().run(() -> insert(inner));
                    assertTrue(isStored(inner));
                    throw new IllegalArgumentException("no");
                }));

        assertFalse(isStored(inner));
    }

    @Test
    void anInnerTransactionIsCommittedWithTheOuterOne() {
        var outer = Samples.project(owner);
        var inner = Samples.project(owner);
        var result = transactions().execute(() -> {
            insert(outer);
            return transactions().execute(() -> {
                insert(inner);
                return "inner";
            });
        });

        assertEquals("inner", result);
        assertTrue(isStored(outer));
        assertTrue(isStored(inner));
    }

    @Test
    void whenAnInnerTransactionThrowsAllIsUndoneIfTheExceptionPasses() {
        var outer = Samples.project(owner);
        assertThrows(
                IllegalArgumentException.class,
                () -> transactions().run(() -> {
                    insert(outer);
                    transactions().run(() -> {
                        throw new IllegalArgumentException("no");
                    });
                }));

        assertFalse(isStored(outer));
    }

    @Test
    void whenAnInnerTransactionThrowsNothingIsUndoneIfTheExceptionIsCaught() {
        var outer = Samples.project(owner);
        var inner = Samples.project(owner);
        transactions().run(() -> {
            insert(outer);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> transactions().run(() -> {
                        insert(inner);
                        throw new IllegalArgumentException("no");
                    }));
        });

        assertTrue(isStored(outer));
        assertTrue(isStored(inner));
    }

    @Test
    void aThreadCanBeginAnotherTransactionAfterOneThatWasUndone() {
        var project = Samples.project(owner);
        assertThrows(
                IllegalArgumentException.class,
                () -> transactions().run(() -> {
                    throw new IllegalArgumentException("no");
                }));
        transactions().run(() -> insert(project));

        assertTrue(isStored(project));
    }

    @Test
    void actionsAreDoneAfterTheCommitInTheirOrderOnTheSameThread() {
        var project = Samples.project(owner);
        var done = new ArrayList<String>();
        transactions().run(() -> {
            transactions().afterCommit(() -> done.add("first " + isStoredForOthers(project)));
            insert(project);
            transactions().afterCommit(() -> done.add("second"));
            transactions()
                    .afterCommit(
                            () -> done.add("third on " + Thread.currentThread().threadId()));
            done.add("work");
        });

        assertEquals(
                List.of(
                        "work",
                        "first true",
                        "second",
                        "third on " + Thread.currentThread().threadId()),
                done);
    }

    @Test
    void actionsAreNeverDoneWhenTheTransactionIsUndone() {
        var done = new ArrayList<String>();
        assertThrows(
                IllegalArgumentException.class,
                () -> transactions().run(() -> {
                    transactions().afterCommit(() -> done.add("action"));
                    throw new IllegalArgumentException("no");
                }));
        transactions().run(() -> {});

        assertEquals(List.of(), done);
    }

    @Test
    void actionsOfAnInnerTransactionAreDoneAfterTheOuterOne() {
        var done = new ArrayList<String>();
        transactions().run(() -> {
            transactions().run(() -> transactions().afterCommit(() -> done.add("action")));
            done.add("outer");
        });

        assertEquals(List.of("outer", "action"), done);
    }

    @Test
    void actionsOfAnInnerTransactionAreNeverDoneWhenTheOuterOneIsUndone() {
        var done = new ArrayList<String>();
        assertThrows(
                IllegalArgumentException.class,
                () -> transactions().run(() -> {
                    transactions().run(() -> transactions().afterCommit(() -> done.add("action")));
                    throw new IllegalArgumentException("no");
                }));

        assertEquals(List.of(), done);
    }

    @Test
    void outsideOfATransactionAnActionIsDoneAtOnce() {
        var done = new ArrayList<String>();
        transactions().afterCommit(() -> done.add("action"));

        assertEquals(List.of("action"), done);
    }

    @Test
    void anExceptionOfAnActionReachesNobodyAndTheOthersAreDoneAllTheSame() {
        var project = Samples.project(owner);
        var done = new ArrayList<String>();
        var result = transactions().execute(() -> {
            insert(project);
            transactions().afterCommit(() -> {
                throw new IllegalArgumentException("this is part of a test");
            });
            transactions().afterCommit(() -> done.add("second"));
            return "result";
        });

        assertEquals("result", result);
        assertEquals(List.of("second"), done);
        assertTrue(isStored(project));
    }

    @Test
    void anExceptionOfAnActionOutsideOfATransactionReachesNobody() {
        assertDoesNotThrow(() -> transactions().afterCommit(() -> {
            throw new IllegalArgumentException("this is part of a test");
        }));
    }

    @Test
    void anActionCanBeginATransactionOfItsOwn() {
        var project = Samples.project(owner);
        transactions().run(() -> transactions().afterCommit(() -> transactions().run(() -> insert(project))));

        assertTrue(isStored(project));
    }

    @Test
    void transactionsOfSeveralThreadsDoNotMix() {
        var names = Concurrently.all(8, () -> {
            var project = Samples.project(owner);
            boolean keep = project.id().value().getLeastSignificantBits() % 2 == 0;
            attempt(() -> {
                insert(project);
                if (!keep) {
                    throw new IllegalArgumentException("no");
                }
            });
            return isStored(project) == keep;
        });

        assertFalse(names.contains(false));
    }

    private Transactions transactions() {
        return database().transactions();
    }

    private void insert(Project project) {
        database().projects().insert(project);
    }

    private boolean isStored(Project project) {
        return database().projects().find(owner, project.id()).isPresent();
    }

    private boolean isStoredForOthers(Project project) {
        return Concurrently.result(Concurrently.start(() -> isStored(project)));
    }

    private static Project renamed(Project project) {
        return project.change(new ProjectDetails("renamed", ""), Samples.LATER);
    }
}
