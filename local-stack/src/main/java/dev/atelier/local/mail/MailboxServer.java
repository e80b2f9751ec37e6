package dev.atelier.local.mail;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JavalinJackson;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

/**
 * Shows a mailbox on the loopback interface: {@code GET /} as a page, {@code GET /api/messages} as JSON,
 * {@code {"messages":[{to,subject,text,link,code,sentAt}]}}, both the newest first. What the product sends comes in where Brevo
 * would take it ({@link #brevoKey()}).
 */
public final class MailboxServer implements AutoCloseable {

    private final Javalin server;

    private MailboxServer(Javalin server) {
        this.server = server;
    }

    /**
     * Starts the server.
     *
     * @param port the port, 0 for any that is free
     * @throws io.javalin.util.JavalinBindException if the port is taken
     */
    public static MailboxServer start(Mailbox mailbox, int port) {
        Javalin server = Javalin.create(config -> configure(config, mailbox));
        return new MailboxServer(server.start("localhost", port));
    }

    private static void configure(JavalinConfig config, Mailbox mailbox) {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = true;
        config.jsonMapper(new JavalinJackson(
                JsonMapper.builder()
                        .addModule(new JavaTimeModule())
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .build(),
                true));
        config.routes.get(
                "/",
                context -> context.header("Content-Security-Policy", MailboxPage.POLICY)
                        .header("Referrer-Policy", "no-referrer")
                        .html(new MailboxPage(mailbox.mails()).html()));
        new BrevoEndpoint(mailbox, InstantSource.system()).declare(config.routes);
        config.routes.get("/api/messages", context -> context.json(Map.of("messages", mailbox.mails())));
    }

    /** The address of the page. */
    public URI url() {
        return URI.create("http://localhost:" + server.port());
    }

    /** The key with which {@link #url()} may be taken for Brevo's address. */
    public static String brevoKey() {
        return BrevoEndpoint.KEY;
    }

    /** Stops the server; the mailbox stays. */
    @Override
    public void close() {
        server.stop();
    }
}
