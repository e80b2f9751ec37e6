package dev.atelier.local.auth;

import dev.atelier.local.mail.Mailbox;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls by their paths, and what each is made of. */
final class AuthRoutes {

    static final String BASE_PATH = "/auth/v1";
    static final String KEY_SET_PATH = BASE_PATH + "/.well-known/jwks.json";
    static final String VERIFY_PATH = BASE_PATH + "/verify";

    private static final Logger LOG = LoggerFactory.getLogger(AuthRoutes.class);

    private final AuthTables tables;
    private final Mailbox mailbox;
    private final SigningKey key;
    private final Sessions sessions;
    private final BearerToken bearerToken;
    private final OneTimeTokens oneTimeTokens;
    private final Redirects redirects;

    AuthRoutes(AuthOptions options, AuthTables tables, Mailbox mailbox) {
        URI authUrl = options.supabaseUrl().resolve(BASE_PATH);
        this.tables = tables;
        this.mailbox = mailbox;
        this.key = SigningKey.in(options.keyFile());
        AccessTokens accessTokens =
                new AccessTokens(key, authUrl.toString(), options.accessTokenLifetime(), options.clock());
        this.sessions = new Sessions(accessTokens, options.clock());
        this.bearerToken = new BearerToken(accessTokens);
        this.oneTimeTokens = new OneTimeTokens(authUrl, sessions::now);
        this.redirects = new Redirects(options.siteUrls());
    }

    void addTo(RoutesConfig routes) {
        // Only for calls that there are, and thus after browsers have been let in: they may read the refusal.
        routes.beforeMatched(BASE_PATH + "/*", new ApiKeyCheck());
        routes.post(BASE_PATH + "/signup", new SignUp(tables, sessions));
        routes.post(
                BASE_PATH + "/token",
                new Token(Map.of(
                        "password", new PasswordGrant(tables, sessions),
                        "refresh_token", new RefreshTokenGrant(tables, sessions),
                        "pkce", new PkceGrant(tables, sessions))));
        routes.get(BASE_PATH + "/user", new GetUser(tables, bearerToken));
        routes.put(BASE_PATH + "/user", new UpdateUser(tables, bearerToken, sessions));
        routes.post(BASE_PATH + "/logout", new LogOut(tables, bearerToken));
        routes.post(BASE_PATH + "/recover", new Recover(tables, oneTimeTokens, redirects, mailbox, sessions));
        routes.post(BASE_PATH + "/resend", new Resend(tables, oneTimeTokens, redirects, mailbox));
        routes.post(VERIFY_PATH, new Verify(tables, oneTimeTokens, sessions));
        routes.get(VERIFY_PATH, new VerifyLink(tables, oneTimeTokens, sessions, redirects));
        routes.get(BASE_PATH + "/settings", new Settings());
        routes.get(BASE_PATH + "/health", new Health());
        routes.get(KEY_SET_PATH, new KeySet(key));
        addErrorsTo(routes);
    }

    private static void addErrorsTo(RoutesConfig routes) {
        ErrorResponse errors = new ErrorResponse();
        routes.exception(AuthError.class, errors);
        routes.exception(RuntimeException.class, (failure, context) -> {
            LOG.error("{} {} failed", context.method(), context.path(), failure);
            errors.handle(
                    AuthError.unexpected("Unexpected failure, please check server logs for more information"), context);
        });
        // The real service leaves these to its router, which speaks no JSON.
        routes.error(HttpStatus.NOT_FOUND, context -> {
            if (context.endpoints().lastHttpEndpoint() == null) {
                context.contentType("text/plain").result("404 page not found\n");
            }
        });
    }
}
