package dev.atelier.local.auth;

import dev.atelier.local.mail.Mail;
import dev.atelier.local.mail.Mailbox;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code POST /recover}: mails a link to who forgot the password. The answer does not tell whether there is such a user. */
final class Recover implements Handler {

    private final AuthTables tables;
    private final OneTimeTokens oneTimeTokens;
    private final Redirects redirects;
    private final Mailbox mailbox;
    private final Sessions sessions;

    Recover(AuthTables tables, OneTimeTokens oneTimeTokens, Redirects redirects, Mailbox mailbox, Sessions sessions) {
        this.tables = tables;
        this.oneTimeTokens = oneTimeTokens;
        this.redirects = redirects;
        this.mailbox = mailbox;
        this.sessions = sessions;
    }

    record Request(Optional<String> email, Optional<String> codeChallenge, Optional<String> codeChallengeMethod) {}

    @Override
    public void handle(Context context) {
        Request request = RequestBody.as(Request.class, context);
        EmailAddress email = request.email()
                .filter(text -> !text.isEmpty())
                .map(EmailAddress::of)
                .orElseThrow(() -> AuthError.invalid("Password recovery requires an email"));
        Optional<CodeChallenge> challenge = CodeChallenge.of(
                request.codeChallenge().orElse(""),
                request.codeChallengeMethod().orElse(""));
        URI redirectTo = redirects.of(context);
        Optional<Mail> mail =
                tables.inTransaction(tx -> tx.users().byEmail(email.value()).map(user -> {
                    FlowType flow = challenge.isPresent() ? FlowType.PKCE : FlowType.IMPLICIT;
                    Mail made = oneTimeTokens.issue(tx, user, OneTimeTokenType.RECOVERY, flow, redirectTo);
                    challenge.ifPresent(given -> expect(tx, user, given));
                    return made;
                }));
        mail.ifPresent(mailbox::put);
        context.json(Map.of());
    }

    /** Keeps what the client will be asked for when it comes back. */
    private void expect(AuthTables.Transaction tx, User user, CodeChallenge challenge) {
        tx.flowStates()
                .insert(new FlowState(
                        user.id(),
                        UUID.randomUUID().toString(),
                        challenge,
                        VerificationType.RECOVERY.text(),
                        sessions.now()));
    }
}
