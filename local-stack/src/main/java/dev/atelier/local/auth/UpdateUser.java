package dev.atelier.local.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** {@code PUT /user}: a new password, address, or data of the user; an address needs no confirmation here. */
final class UpdateUser implements Handler {

    private final AuthTables tables;
    private final BearerToken bearerToken;
    private final Sessions sessions;

    UpdateUser(AuthTables tables, BearerToken bearerToken, Sessions sessions) {
        this.tables = tables;
        this.bearerToken = bearerToken;
        this.sessions = sessions;
    }

    record Request(Optional<String> email, Optional<String> password, Optional<ObjectNode> data) {}

    @Override
    public void handle(Context context) {
        AccessTokens.Claims claims = bearerToken.claims(context);
        Request request = RequestBody.as(Request.class, context);
        context.json(tables.inTransaction(tx -> {
            BearerToken.Caller caller = BearerToken.caller(tx, claims);
            request.data().ifPresent(data -> changeData(tx, caller, data));
            request.password().ifPresent(password -> changePassword(tx, caller, password));
            request.email()
                    .filter(text -> !text.isEmpty())
                    .map(EmailAddress::of)
                    .ifPresent(email -> changeEmail(tx, caller, email));
            User changed = tx.users().byId(claims.userId()).orElseThrow(AuthError::userNotFound);
            return UserResponse.of(changed, tx.users().identitiesOf(changed.id()));
        }));
    }

    /** Fields that are given replace those that are there; null removes one. */
    private void changeData(AuthTables.Transaction tx, BearerToken.Caller caller, ObjectNode data) {
        ObjectNode merged = caller.user().userMetadata().deepCopy();
        data.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                merged.remove(field.getKey());
            } else {
                merged.set(field.getKey(), field.getValue());
            }
        });
        tx.users().changeUserMetadata(caller.user().id(), merged, sessions.now());
    }

    /** Whoever else is signed in with the old password is not any longer, and no mail from before lets anybody in. */
    private void changePassword(AuthTables.Transaction tx, BearerToken.Caller caller, String password) {
        String hash = Passwords.hash(password);
        if (Passwords.matches(password, caller.user().passwordHash())) {
            throw AuthError.samePassword();
        }
        tx.users().changePassword(caller.user().id(), hash, sessions.now());
        tx.sessions().deleteOthers(caller.session());
        tx.oneTimeTokens().deleteAllOf(caller.user().id());
    }

    private void changeEmail(AuthTables.Transaction tx, BearerToken.Caller caller, EmailAddress email) {
        if (email.value().equals(caller.user().email())) {
            return;
        }
        if (tx.users().byEmail(email.value()).isPresent()) {
            throw AuthError.emailExists();
        }
        try {
            tx.users().changeEmail(caller.user().id(), email.value(), sessions.now());
        } catch (UnableToExecuteStatementException e) {
            throw DatabaseFailure.of(e).isDuplicate() ? AuthError.emailExists() : e;
        }
        // What was mailed to the old address is nothing that its reader may use any longer.
        tx.oneTimeTokens().deleteAllOf(caller.user().id());
    }
}
