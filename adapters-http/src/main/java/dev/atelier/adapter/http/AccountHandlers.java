package dev.atelier.adapter.http;

import dev.atelier.domain.account.User;
import dev.atelier.port.in.account.Accounts;
import dev.atelier.port.in.account.ProfileChange;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/** {@code /me}. */
final class AccountHandlers {

    private final Accounts accounts;

    AccountHandlers(Accounts accounts) {
        this.accounts = accounts;
    }

    private record Patch(Optional<String> fullName) {}

    void get(Context ctx) throws IOException {
        show(ctx, accounts.get(RequestScope.user(ctx.req())));
    }

    void patch(Context ctx) throws IOException {
        var patch = JsonBody.read(ctx).as(Patch.class);
        show(
                ctx,
                accounts.change(
                        RequestScope.user(ctx.req()),
                        new ProfileChange(patch.fullName()),
                        EntityTag.precondition(ctx)));
    }

    private static void show(Context ctx, User user) throws IOException {
        Answer.show(ctx, EntityTag.ofRevision(user.revision()), UserJson.of(user));
    }
}
