package dev.atelier.local.auth;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.atelier.local.mail.Mailbox;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JavalinJackson;
import io.javalin.plugin.bundled.CorsPluginConfig;
import java.net.URI;
import javax.sql.DataSource;

/**
 * A local Supabase Auth on the loopback interface, for {@code supabase-js} and whoever verifies its tokens. Users, sessions
 * and refresh tokens are rows of schema {@code auth}, so that triggers and foreign keys on them are real.
 */
public final class LocalSupabaseAuth implements AutoCloseable {

    /** The only API key that it takes. */
    public static final String PUBLISHABLE_KEY = "sb_publishable_local";

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
     * @param mailbox where its mails go
     * @throws io.javalin.util.JavalinBindException if the port is taken
     */
    public static LocalSupabaseAuth start(AuthOptions options, DataSource database, Mailbox mailbox) {
        HikariDataSource connections = pool(database);
        try {
            Javalin server = server(new AuthRoutes(options, new AuthTables(connections), mailbox));
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

    private static Javalin server(AuthRoutes routes) {
        return Javalin.create(config -> {
            configure(config);
            routes.addTo(config.routes);
        });
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = MAXIMUM_BODY_BYTES;
        config.jsonMapper(new JavalinJackson(Json.MAPPER, true));
        config.bundledPlugins.enableCors(cors -> cors.addRule(LocalSupabaseAuth::letBrowsersIn));
    }

    /** Without the exposed header supabase-js finds no error codes in browsers. */
    private static void letBrowsersIn(CorsPluginConfig.CorsRule rule) {
        rule.anyHost();
        rule.exposeHeader(ErrorResponse.VERSION_HEADER);
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
