package dev.atelier.local.auth;

import dev.atelier.local.mail.Mail;
import dev.atelier.local.mail.Mailbox;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /resend}: mails the link that confirms an address again. Whoever signs up here is confirmed at once, so this
 * concerns users who came into the table another way.
 */
final class Resend implements Handler {

    private final AuthTables tables;
    private final OneTimeTokens oneTimeTokens;
    private final Redirects redirects;
    private final Mailbox mailbox;

    Resend(AuthTables tables, OneTimeTokens oneTimeTokens, Redirects redirects, Mailbox mailbox) {
        this.tables = tables;
        this.oneTimeTokens = oneTimeTokens;
        this.redirects = redirects;
        this.mailbox = mailbox;
    }

    record Request(Optional<String> type, Optional<String> email) {}

    @Override
    public void handle(Context context) {
        Request request = RequestBody.as(Request.class, context);
        boolean confirmsSignUp = switch (request.type().orElse("")) {
            case "signup" -> true;
            // A new address is used at once: there is never one that waits for its mail.
            case "email_change" -> false;
            default -> throw AuthError.invalid("Missing one of these types: signup, email_change, sms, phone_change");
        };
        EmailAddress email = request.email()
                .filter(text -> !text.isEmpty())
                .map(EmailAddress::of)
                .orElseThrow(() -> AuthError.invalid("Type provided requires an email address"));
        if (confirmsSignUp) {
            URI redirectTo = redirects.of(context);
            mail(email, redirectTo).ifPresent(mailbox::put);
        }
        context.json(Map.of());
    }

    private Optional<Mail> mail(EmailAddress email, URI redirectTo) {
        return tables.inTransaction(tx -> tx.users()
                .byEmail(email.value())
                .filter(user -> user.emailConfirmedAt().isEmpty())
                .map(user ->
                        oneTimeTokens.issue(tx, user, OneTimeTokenType.CONFIRMATION, FlowType.IMPLICIT, redirectTo)));
    }
}
