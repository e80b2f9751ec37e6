package dev.atelier.adapter.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.atelier.domain.account.User;
import dev.atelier.domain.account.UserId;
import dev.atelier.local.LocalPostgres;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The triggers that follow Supabase Auth. One that fails would turn away whoever wants to sign up. */
class SignUpsTest {

    private final TestDatabase database = TestDatabase.migrated();

    @AfterEach
    void drop() {
        LocalPostgres.shared().drop(database.database());
    }

    @Test
    void who_signs_up_has_an_account_that_follows_the_address() {
        var ada = database.signUp("ada@example.com", "{\"full_name\": \"Ada\"}");
        database.changeEmail(ada, "ada@example.org");

        assertEquals("ada@example.org", user(ada).email());

        database.remove(ada);
        assertEquals(List.of(), database.query("select id from public.users"));
    }

    @Test
    void no_sign_up_fails_whatever_it_says() {
        database.signUp(null, "{}");
        database.signUp("nothing@example.com", null);
        database.signUp("long@example.com", "{\"full_name\": \"" + "x".repeat(1000) + "\"}");
        database.signUp("number@example.com", "{\"full_name\": 7}");
        database.signUp("list@example.com", "[]");
        database.signUp("null@example.com", "{\"full_name\": null}");

        assertEquals(List.of("6"), database.query("select count(*) from public.users"));
    }

    @Test
    void two_accounts_may_have_one_address() {
        var first = database.signUp("ada@example.com", "{}");
        var second = database.signUpThroughSso("ada@example.com");

        assertEquals(user(first).email(), user(second).email());
    }

    @Test
    void no_sign_up_and_no_change_fails_whatever_is_wrong_here() {
        var ada = database.signUp("ada@example.com", "{}");
        database.execute("alter table public.users add constraint nobody check (false) not valid");

        database.signUp("unlucky@example.com", "{}");
        database.changeEmail(ada, "ada@example.org");

        assertEquals(
                List.of("ada@example.org", "unlucky@example.com"),
                database.query("select email from auth.users order by 1"));
        assertEquals(List.of("ada@example.com"), database.query("select email from public.users"));
    }

    @Test
    void a_change_of_something_else_is_none_of_the_account() {
        var ada = database.signUp("ada@example.com", "{\"full_name\": \"Ada\"}");
        var before = user(ada);

        database.changeMetadata(ada, "{\"full_name\": \"Not Ada\", \"role\": \"admin\"}");

        assertEquals(before, user(ada));
    }

    @Test
    void nobody_is_here_who_has_not_signed_up() {
        assertThrows(
                IllegalStateException.class,
                () -> database.execute(
                        "insert into public.users (id, email, created_at) values (gen_random_uuid(), 'x', now())"));
    }

    private User user(UserId id) {
        try (var adapter = PostgresAdapter.open(database.settings())) {
            return adapter.users().find(id).orElseThrow();
        }
    }
}
