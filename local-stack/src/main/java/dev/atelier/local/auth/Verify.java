package dev.atelier.local.auth;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;

/** {@code POST /verify}: a session for the code of a mail, or for the hash that is in its link. */
final class Verify implements Handler {

    private final AuthTables tables;
    private final OneTimeTokens oneTimeTokens;
    private final Sessions sessions;

    Verify(AuthTables tables, OneTimeTokens oneTimeTokens, Sessions sessions) {
        this.tables = tables;
        this.oneTimeTokens = oneTimeTokens;
        this.sessions = sessions;
    }

    record Request(Optional<String> type, Optional<String> email, Optional<String> token, Optional<String> tokenHash) {

        Request {
            email = email.filter(text -> !text.isEmpty());
            token = token.filter(text -> !text.isEmpty());
            tokenHash = tokenHash.filter(text -> !text.isEmpty());
        }
    }

    @Override
    public void handle(Context context) {
        Request request = RequestBody.as(Request.class, context);
        VerificationType type = VerificationType.of(request.type().orElse(""));
        if (request.token().isPresent() == request.tokenHash().isPresent()) {
            throw AuthError.invalid("Verify requires either a token or a token hash");
        }
        List<String> hashes = request.tokenHash().isPresent() ? hashOf(request) : hashesOfCode(request);
        context.json(tables.inTransaction(tx -> {
            User user = oneTimeTokens
                    .redeem(tx, type, hashes)
                    .orElseThrow(request.tokenHash().isPresent() ? AuthError::linkExpired : AuthError::codeExpired);
            return sessions.begin(tx, user.id(), Session.BY_CODE, Optional.ofNullable(context.userAgent()));
        }));
    }

    private static List<String> hashOf(Request request) {
        if (request.email().isPresent()) {
            throw AuthError.invalid("Only the token_hash and type should be provided");
        }
        return request.tokenHash().stream().toList();
    }

    private static List<String> hashesOfCode(Request request) {
        EmailAddress email = request.email()
                .map(EmailAddress::of)
                .orElseThrow(
                        () -> AuthError.invalid("Only an email address or phone number should be provided on verify"));
        return OneTimeTokens.hashesOf(email, request.token().orElseThrow());
    }
}
