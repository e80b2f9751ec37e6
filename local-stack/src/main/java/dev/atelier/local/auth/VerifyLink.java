package dev.atelier.local.auth;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /verify}: the link of a mail. It leads back to the site, with a session in the fragment; or, if whoever asked for
 * the mail sent a challenge, with a code that only they can exchange. Errors lead back, too.
 */
final class VerifyLink implements Handler {

    private final AuthTables tables;
    private final OneTimeTokens oneTimeTokens;
    private final Sessions sessions;
    private final Redirects redirects;

    VerifyLink(AuthTables tables, OneTimeTokens oneTimeTokens, Sessions sessions, Redirects redirects) {
        this.tables = tables;
        this.oneTimeTokens = oneTimeTokens;
        this.sessions = sessions;
        this.redirects = redirects;
    }

    private record Link(String type, String token, Optional<String> userAgent) {

        boolean isPkce() {
            return FlowType.ofToken(token) == FlowType.PKCE;
        }
    }

    @Override
    public void handle(Context context) {
        Link link = new Link(
                required(context, "type", "Verify requires a verification type"),
                required(context, "token", "Verify requires a token or a token hash"),
                Optional.ofNullable(context.userAgent()));
        RedirectAddress address = new RedirectAddress(redirects.of(context));
        context.redirect(follow(link, address), HttpStatus.SEE_OTHER);
    }

    private static String required(Context context, String parameter, String otherwise) {
        return Optional.ofNullable(context.queryParam(parameter))
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> AuthError.invalid(otherwise));
    }

    private String follow(Link link, RedirectAddress address) {
        try {
            return tables.inTransaction(tx -> {
                VerificationType type = VerificationType.of(link.type());
                User user =
                        oneTimeTokens.redeem(tx, type, List.of(link.token())).orElseThrow(AuthError::linkExpired);
                return link.isPkce()
                        ? address.withQuery(Map.of("code", code(tx, user, type)))
                        : address.withFragment(session(tx, user, link));
            });
        } catch (AuthError error) {
            Map<String, String> told =
                    Map.of("error", error.oauthError(), "error_code", error.code(), "error_description", error.text());
            return link.isPkce() ? address.withQueryAndFragment(told) : address.withFragment(told);
        }
    }

    private String code(AuthTables.Transaction tx, User user, VerificationType type) {
        return tx.flowStates()
                .issueAuthCode(user.id(), type.text(), sessions.now())
                .orElseThrow(AuthError::noFlowStateForLink);
    }

    private Map<String, String> session(AuthTables.Transaction tx, User user, Link link) {
        SessionResponse session = sessions.begin(tx, user.id(), Session.BY_CODE, link.userAgent());
        return Map.of(
                "access_token", session.accessToken(),
                "expires_at", Long.toString(session.expiresAt()),
                "expires_in", Long.toString(session.expiresIn()),
                "refresh_token", session.refreshToken(),
                "token_type", session.tokenType(),
                "type", link.type());
    }
}
