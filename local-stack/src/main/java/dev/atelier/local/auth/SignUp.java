package dev.atelier.local.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /signup}: a new user, who needs not confirm the address and gets a session at once. */
final class SignUp implements Handler {

    private static final Logger LOG = LoggerFactory.getLogger(SignUp.class);

    private final AuthTables tables;
    private final Sessions sessions;

    SignUp(AuthTables tables, Sessions sessions) {
        this.tables = tables;
        this.sessions = sessions;
    }

    record Request(
            Optional<String> email,
            Optional<String> password,
            Optional<ObjectNode> data,
            Optional<String> codeChallenge,
            Optional<String> codeChallengeMethod) {}

    @Override
    public void handle(Context context) {
        Request request = RequestBody.as(Request.class, context);
        EmailAddress email = request.email()
                .filter(text -> !text.isEmpty())
                .map(EmailAddress::of)
                .orElseThrow(AuthError::anonymousSignInsDisabled);
        String password = request.password()
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> AuthError.invalid("Signup requires a valid password"));
        // There is nothing to come back from, so a challenge need only be one.
        CodeChallenge.of(
                request.codeChallenge().orElse(""),
                request.codeChallengeMethod().orElse(""));
        User user = newUser(email, Passwords.hash(password), request.data().orElseGet(Json::object));
        context.json(tables.inTransaction(tx -> {
            insert(tx, user);
            return sessions.begin(tx, user.id(), Session.BY_PASSWORD, Optional.ofNullable(context.userAgent()));
        }));
    }

    private User newUser(EmailAddress email, String passwordHash, ObjectNode data) {
        UUID id = UUID.randomUUID();
        Instant now = sessions.now();
        ObjectNode appMetadata = Json.object().put("provider", "email");
        appMetadata.putArray("providers").add("email");
        ObjectNode userMetadata = data.deepCopy();
        userMetadata.setAll(identityData(id, email.value()));
        return new User(
                id,
                email.value(),
                passwordHash,
                appMetadata,
                userMetadata,
                Optional.of(now),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                now,
                false);
    }

    private static ObjectNode identityData(UUID id, String email) {
        return Json.object()
                .put("sub", id.toString())
                .put("email", email)
                .put("email_verified", true)
                .put("phone_verified", false);
    }

    private static void insert(AuthTables.Transaction tables, User user) {
        if (tables.users().byEmail(user.email()).isPresent()) {
            throw AuthError.userAlreadyExists();
        }
        try {
            tables.users().insert(user, identityData(user.id(), user.email()));
        } catch (UnableToExecuteStatementException e) {
            throw failure(DatabaseFailure.of(e));
        }
    }

    private static AuthError failure(DatabaseFailure failure) {
        if (failure.isDuplicate()) {
            return AuthError.userAlreadyExists();
        }
        // Most likely a trigger on auth.users that fails: the reason is nothing for clients.
        LOG.error("A new user could not be saved: {}", failure.message());
        return AuthError.unexpected("Database error saving new user");
    }
}
