package dev.atelier.local.auth;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;

/** {@code POST /token?grant_type=password}: a session for a user who knows the password. */
final class PasswordGrant implements Handler {

    private final AuthTables tables;
    private final Sessions sessions;

    PasswordGrant(AuthTables tables, Sessions sessions) {
        this.tables = tables;
        this.sessions = sessions;
    }

    record Request(Optional<String> email, Optional<String> password) {}

    @Override
    public void handle(Context context) {
        Request request = RequestBody.as(Request.class, context);
        EmailAddress email = request.email()
                .filter(text -> !text.isEmpty())
                .map(EmailAddress::of)
                .orElseThrow(() -> AuthError.invalid("missing email or phone"));
        // Whether the address or the password is wrong is nobody's business.
        User user = tables.inTransaction(tx -> tx.users().byEmail(email.value()))
                .filter(found -> Passwords.matches(request.password().orElse(""), found.passwordHash()))
                .orElseThrow(AuthError::invalidCredentials);
        if (user.emailConfirmedAt().isEmpty()) {
            throw AuthError.emailNotConfirmed();
        }
        context.json(tables.inTransaction(
                tx -> sessions.begin(tx, user.id(), Session.BY_PASSWORD, Optional.ofNullable(context.userAgent()))));
    }
}
