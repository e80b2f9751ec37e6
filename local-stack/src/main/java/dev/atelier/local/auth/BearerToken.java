package dev.atelier.local.auth;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who calls, by the access token of the request. */
final class BearerToken {

    private static final Pattern FORM = Pattern.compile("(?i:Bearer) (\\S+)");

    private final AccessTokens accessTokens;

    BearerToken(AccessTokens accessTokens) {
        this.accessTokens = accessTokens;
    }

    /** A user and the session through which they call. */
    record Caller(User user, Session session) {}

    /**
     * What the token of the request says.
     *
     * @throws AuthError {@code no_authorization} without a token, {@code bad_jwt} with one that is not valid
     */
    AccessTokens.Claims claims(Context context) {
        Matcher bearer = FORM.matcher(
                Optional.ofNullable(context.header("Authorization")).orElse(""));
        if (!bearer.matches()) {
            throw AuthError.noAuthorization();
        }
        // Without a session supabase-js sends the key in place of a token; the gateway makes it one of nobody.
        if (bearer.group(1).equals(LocalSupabaseAuth.PUBLISHABLE_KEY)) {
            throw AuthError.badToken("invalid claim: missing sub claim");
        }
        return accessTokens.read(bearer.group(1));
    }

    /**
     * The user and the session of a token.
     *
     * @throws AuthError {@code user_not_found} or {@code session_not_found} if it has gone since
     */
    static Caller caller(AuthTables.Transaction tables, AccessTokens.Claims claims) {
        User user = tables.users().byId(claims.userId()).orElseThrow(AuthError::userNotFound);
        Session session = tables.sessions()
                .byId(claims.sessionId())
                .filter(found -> found.userId().equals(user.id()))
                .orElseThrow(AuthError::sessionNotFound);
        return new Caller(user, session);
    }
}
