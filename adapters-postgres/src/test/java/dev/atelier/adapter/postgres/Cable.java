package dev.atelier.adapter.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** A way to a server that can be pulled out, be silent, or lose the answer to a request. */
final class Cable implements AutoCloseable {

    private final int target;
    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean pulled;
    private volatile boolean silent;
    private final AtomicReference<String> lost = new AtomicReference<>("");

    private Cable(int target, ServerSocket entrance) {
        this.target = target;
        this.entrance = entrance;
    }

    static Cable to(int target) {
        try {
            var cable = new Cable(target, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(cable::accept);
            return cable;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same database, by this way. */
    DatabaseUrl url(DatabaseUrl direct) {
        return new DatabaseUrl(
                "localhost",
                entrance.getLocalPort(),
                direct.database(),
                direct.user(),
                direct.password(),
                direct.parameters());
    }

    void pull() {
        pulled = true;
        cutAll();
    }

    void silence() {
        silent = true;
    }

    /** The server does what the next request with that text asks for, and the connection ends when it says so. */
    void loseTheAnswerTo(String text) {
        lost.set(text);
    }

    void mend() {
        pulled = false;
        silent = false;
        cutAll();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                if (pulled) {
                    client.close();
                    continue;
                }
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(server);
                var losing = new AtomicBoolean();
                Thread.ofVirtual()
                        .start(() -> carry(client, server, request -> {
                            losing.set(losing.get() || isToBeLost(request));
                            return true;
                        }));
                Thread.ofVirtual().start(() -> carry(server, client, answer -> !losing.get()));
            } catch (IOException closed) {
                // the next round looks whether it is for good
            }
        }
    }

    private boolean isToBeLost(String request) {
        var text = lost.get();
        return !text.isEmpty() && request.contains(text) && lost.compareAndSet(text, "");
    }

    /** @param passes whether a piece goes on; the connection is cut before the first that does not */
    private void carry(Socket from, Socket to, Predicate<String> passes) {
        var buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (silent) {
                    continue;
                }
                if (!passes.test(new String(buffer, 0, read, StandardCharsets.ISO_8859_1))) {
                    return;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException cut) {
            // both ends are closed
        }
    }

    private void cutAll() {
        sockets.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        sockets.clear();
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cutAll();
    }
}
