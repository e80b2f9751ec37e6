package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.account.User;
import dev.atelier.domain.account.UserId;
import dev.atelier.domain.account.UserProfile;
import dev.atelier.port.out.account.UserRepository;
import org.junit.jupiter.api.Test;

/** The contract of {@link UserRepository}. */
public abstract class UserRepositoryContract extends PersistenceContract {

    @Test
    void whoeverSignsUpIsFound() {
        var id = database().newUser("ada@example.com");

        var user = find(id);
        assertEquals(id, user.id());
        assertEquals("ada@example.com", user.email());
        assertEquals(1, user.revision());
    }

    @Test
    void whoeverSignsUpWithoutAnAddressHasAnEmptyOne() {
        assertEquals("", find(database().newUser("")).email());
    }

    @Test
    void nobodyIsFoundWhoNeverSignedUp() {
        database().newUser();

        assertAbsent(users().find(Samples.nobody()));
    }

    @Test
    void nobodyIsFoundWhoHasBeenRemoved() {
        var id = database().newUser();
        database().removeUser(id);

        assertAbsent(users().find(id));
    }

    @Test
    void updateStoresProfileAndRevision() {
        var before = find(database().newUser());
        var changed = changed(before, "Ada Lovelace");

        assertTrue(users().update(changed));
        assertEquals(changed, find(before.id()));
    }

    @Test
    void updateStoresNothingButProfileAndRevision() {
        var before = find(database().newUser());

        assertTrue(users().update(new User(
                before.id(), "other@example.com", before.profile(), Samples.AT, before.revision() + 1)));
        assertEquals(before.email(), find(before.id()).email());
        assertEquals(before.createdAt(), find(before.id()).createdAt());
    }

    @Test
    void updateFromAnotherRevisionThanTheStoredOneStoresNothing() {
        var first = find(database().newUser());
        var second = changed(first, "second");
        assertTrue(users().update(second));

        assertFalse(users().update(changed(first, "from a stale one")));
        assertFalse(users().update(second));
        assertFalse(users().update(changed(changed(second, ""), "from one to come")));
        assertEquals(second, find(first.id()));
    }

    @Test
    void updateOfNobodyStoresNothing() {
        var removed = find(database().newUser());
        database().removeUser(removed.id());

        assertFalse(users().update(changed(removed, "ghost")));
        assertAbsent(users().find(removed.id()));
    }

    @Test
    void updateChangesNobodyElse() {
        var one = find(database().newUser());
        var other = find(database().newUser());
        assertTrue(users().update(changed(one, "one")));

        assertEquals(other, find(other.id()));
    }

    @Test
    void ofManyUpdatesOfOneRevisionExactlyOneIsStored() {
        var before = find(database().newUser());

        assertOneWins(Concurrently.all(8, () -> users().update(changed(before, "me"))));
        assertEquals(before.revision() + 1, find(before.id()).revision());
    }

    @Test
    void oddTextSurvives() {
        var before = find(database().newUser());
        assertTrue(users().update(changed(before, Samples.ODD_TEXT)));

        assertEquals(Samples.ODD_TEXT, find(before.id()).profile().fullName());
    }

    private UserRepository users() {
        return database().users();
    }

    private User find(UserId id) {
        return users().find(id).orElseThrow();
    }

    private static User changed(User user, String fullName) {
        return new User(user.id(), user.email(), new UserProfile(fullName), user.createdAt(), user.revision() + 1);
    }
}
