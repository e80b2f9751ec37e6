package dev.atelier.local.auth;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.json.JavalinJackson;
import io.javalin.plugin.bundled.CorsPluginConfig;
import java.net.URI;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A local Supabase Auth on the loopback interface, for {@code supabase-js} and whoever verifies its tokens. Users, sessions
 * and refresh tokens are rows of schema {@code auth}, so that triggers and foreign keys on them are real.
 */
public final class LocalSupabaseAuth implements AutoCloseable {

    /** The only API key that it takes. */
    public static final String PUBLISHABLE_KEY = "sb_publishable_local";

    private static final Logger LOG = LoggerFactory.getLogger(LocalSupabaseAuth.class);

    static final String BASE_PATH = "/auth/v1";
    static final String KEY_SET_PATH = BASE_PATH + "/.well-known/jwks.json";

    private static final int CONNECTIONS = 5;
    private static final long MAXIMUM_BODY_BYTES = 1 << 20;

    private final URI supabaseUrl;
    private final HikariDataSource connections;
    private final Javalin server;

    private LocalSupabaseAuth(URI supabaseUrl, HikariDataSource connections, Javalin server) {
        this.supabaseUrl = supabaseUrl;
        this.connections = connections;
        this.server = server;
    }

    /**
     * Starts the server.
     *
     * @param database where schema {@code auth} is, with the role {@code supabase_auth_admin} connecting
     * @throws io.javalin.util.JavalinBindException if the port is taken
     */
    public static LocalSupabaseAuth start(AuthOptions options, DataSource database) {
        HikariDataSource connections = pool(database);
        try {
            Javalin server = server(options, new AuthTables(connections));
            server.start("localhost", options.supabaseUrl().getPort());
            return new LocalSupabaseAuth(options.supabaseUrl(), connections, server);
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    private static HikariDataSource pool(DataSource database) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("local-supabase-auth");
        config.setDataSource(database);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    private static Javalin server(AuthOptions options, AuthTables tables) {
        SigningKey key = SigningKey.in(options.keyFile());
        AccessTokens accessTokens = new AccessTokens(
                key, options.supabaseUrl() + BASE_PATH, options.accessTokenLifetime(), options.clock());
        return Javalin.create(config -> {
            configure(config);
            routes(
                    config.routes,
                    tables,
                    new KeySet(key),
                    new Sessions(accessTokens, options.clock()),
                    new BearerToken(accessTokens));
        });
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = MAXIMUM_BODY_BYTES;
        config.jsonMapper(new JavalinJackson(Json.MAPPER, true));
        config.bundledPlugins.enableCors(cors -> cors.addRule(LocalSupabaseAuth::letBrowsersIn));
    }

    /** Without the exposed header supabase-js finds no error codes in browsers. */
    private static void letBrowsersIn(CorsPluginConfig.CorsRule rule) {
        rule.anyHost();
        rule.exposeHeader(ErrorResponse.VERSION_HEADER);
    }

    private static void routes(
            RoutesConfig routes, AuthTables tables, KeySet keySet, Sessions sessions, BearerToken bearerToken) {
        // Only for calls that there are, and thus after browsers have been let in: they may read the refusal.
        routes.beforeMatched(BASE_PATH + "/*", new ApiKeyCheck());
        routes.post(BASE_PATH + "/signup", new SignUp(tables, sessions));
        routes.post(
                BASE_PATH + "/token",
                new Token(Map.of(
                        "password", new PasswordGrant(tables, sessions),
                        "refresh_token", new RefreshTokenGrant(tables, sessions))));
        routes.get(BASE_PATH + "/user", new GetUser(tables, bearerToken));
        routes.put(BASE_PATH + "/user", new UpdateUser(tables, bearerToken, sessions));
        routes.post(BASE_PATH + "/logout", new LogOut(tables, bearerToken));
        routes.get(BASE_PATH + "/settings", new Settings());
        routes.get(BASE_PATH + "/health", new Health());
        routes.get(KEY_SET_PATH, keySet);
        ErrorResponse errors = new ErrorResponse();
        routes.exception(AuthError.class, errors);
        routes.exception(RuntimeException.class, (failure, context) -> {
            LOG.error("{} {} failed", context.method(), context.path(), failure);
            errors.handle(AuthError.unexpected("Internal Server Error"), context);
        });
    }

    /** The address of the project: what {@code SUPABASE_URL} is set to. */
    public URI supabaseUrl() {
        return supabaseUrl;
    }

    /** Stops the server and lets go of the database. */
    @Override
    public void close() {
        server.stop();
        connections.close();
    }
}
