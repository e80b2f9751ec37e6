package dev.atelier.adapter.postgres;

import dev.atelier.port.out.health.Finding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks whether the schema still is as the migrations left it: both keys of every table, and the triggers that make users. */
record SchemaExamination(Connection connection, int seconds) {

    private static final int NAMED = 10;

    private static final String TABLES = """
            select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'spatial_ref_sys' and %s
            order by 1
            """;

    private static final String OPEN = TABLES.formatted("not c.relrowsecurity");

    private static final String GRANTED = TABLES.formatted("""
            exists (select from pg_roles where rolname in ('anon', 'authenticated')
                    and has_table_privilege(oid, c.oid, 'select, insert, update, delete, truncate'))""");

    private static final String TRIGGERS_MISSING = """
            select name from (values ('atelier_user_inserted'), ('atelier_user_email_changed')) as wanted (name)
            where not exists (
                select from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'auth' and c.relname = 'users' and t.tgname = wanted.name and t.tgenabled in ('O', 'A'))
            """;

    private static final String USERS_WITHOUT_ROW = """
            select id::text from auth.users where not exists (select from public.users u where u.id = auth.users.id) limit 1000
            """;

    void addTo(List<Finding> findings) throws SQLException {
        var open = texts(OPEN);
        if (!open.isEmpty()) {
            findings.add(Finding.fault(
                    "tables of the schema public have no row level security, and Supabase shows them to browsers: "
                            + named(open),
                    "Run: alter table public.%s enable row level security;".formatted(open.getFirst())));
        }
        var granted = texts(GRANTED);
        if (!granted.isEmpty()) {
            findings.add(Finding.fault(
                    "tables are granted to anon or authenticated, the roles of browsers: " + named(granted),
                    "Run: revoke all on public.%s from public, anon, authenticated;".formatted(granted.getFirst())));
        }
        triggers(findings);
    }

    private void triggers(List<Finding> findings) throws SQLException {
        var missing = texts(TRIGGERS_MISSING);
        if (!missing.isEmpty()) {
            findings.add(Finding.fault(
                    "triggers on auth.users are missing or disabled, so that new users are refused: " + named(missing),
                    "Run: " + remedy(missing.getFirst())));
        }
        var users = texts(USERS_WITHOUT_ROW);
        if (!users.isEmpty()) {
            findings.add(Finding.fault(
                    "%s%d users of auth.users have no row in public.users, and are refused"
                            .formatted(users.size() == 1000 ? "at least " : "", users.size()),
                    "Run: insert into public.users (id, email, created_at) select id, coalesce(email, ''),"
                            + " coalesce(created_at, now()) from auth.users on conflict (id) do nothing;"));
        }
    }

    private static String remedy(String trigger) {
        return trigger.equals("atelier_user_inserted")
                ? "create or replace trigger atelier_user_inserted after insert on auth.users for each row execute function"
                        + " public.handle_new_user();"
                : "create or replace trigger atelier_user_email_changed after update of email on auth.users for each row"
                        + " when (old.email is distinct from new.email) execute function public.handle_user_email();";
    }

    private static String named(List<String> names) {
        var first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED ? first + " and more" : first;
    }

    private List<String> texts(String sql) throws SQLException {
        return texts(connection, sql, seconds);
    }

    /** The first column. */
    static List<String> texts(Connection connection, String sql, int seconds) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(seconds);
            try (ResultSet rows = statement.executeQuery(sql)) {
                var texts = new ArrayList<String>();
                while (rows.next()) {
                    texts.add(String.valueOf(rows.getString(1)));
                }
                return texts;
            }
        }
    }
}
