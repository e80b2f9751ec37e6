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

/** A way to a server that can be pulled out, be silent, or lose the answer to a commit. */
final class Cable implements AutoCloseable {

    private final int target;
    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean pulled;
    private volatile boolean silent;
    private volatile boolean losesCommit;

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

    int port() {
        return entrance.getLocalPort();
    }

    void pull() {
        pulled = true;
        cutAll();
    }

    void silence() {
        silent = true;
    }

    void loseTheAnswerToTheNextCommit() {
        losesCommit = true;
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
                Thread.ofVirtual().start(() -> carry(client, server, true));
                Thread.ofVirtual().start(() -> carry(server, client, false));
            } catch (IOException closed) {
                // the next round looks whether it is for good
            }
        }
    }

    private void carry(Socket from, Socket to, boolean requests) {
        var buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (silent) {
                    continue;
                }
                out.write(buffer, 0, read);
                if (requests && losesCommit && text(buffer, read).contains("COMMIT")) {
                    losesCommit = false;
                    awaitAnswer(to);
                    return;
                }
            }
        } catch (IOException cut) {
            // both ends are closed
        }
    }

    /** The server has done it once it has said so; nobody else hears. */
    private static void awaitAnswer(Socket server) throws IOException {
        server.shutdownOutput();
    }

    private static String text(byte[] buffer, int length) {
        return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
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
