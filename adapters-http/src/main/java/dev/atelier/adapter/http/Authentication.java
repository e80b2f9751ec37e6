package dev.atelier.adapter.http;

import dev.atelier.domain.account.UserId;
import dev.atelier.port.in.account.Accounts;
import dev.atelier.port.out.account.TokenVerifier;
import dev.atelier.port.out.account.Verification;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/** Lets users in, before anything else of their requests is looked at. */
final class Authentication implements Handler {

    private final TokenVerifier verifier;
    private final Accounts accounts;
    private final boolean anonymousUsers;

    Authentication(TokenVerifier verifier, Accounts accounts, boolean anonymousUsers) {
        this.verifier = verifier;
        this.accounts = accounts;
        this.anonymousUsers = anonymousUsers;
    }

    @Override
    public void handle(Context ctx) {
        var token = BearerToken.of(ctx.req())
                .orElseThrow(() -> Unauthorized.missing().exception());
        var user = user(verifier.verify(token));
        accounts.admit(user);
        RequestScope.user(ctx.req(), user);
    }

    private UserId user(Verification verification) {
        return switch (verification) {
            case Verification.Accepted accepted -> user(accepted);
            case Verification.Rejected rejected ->
                throw reject(rejected.reason()).exception();
        };
    }

    private UserId user(Verification.Accepted accepted) {
        if (accepted.anonymous() && !anonymousUsers) {
            throw Unauthorized.anonymous().exception();
        }
        return accepted.user();
    }

    private static Problem reject(Verification.Reason reason) {
        return switch (reason) {
            case INVALID -> Unauthorized.invalid();
            case EXPIRED -> Unauthorized.expired();
            case ROLE_NOT_ALLOWED -> Unauthorized.roleNotAllowed();
        };
    }
}
