package dev.atelier.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server on this machine that can be pulled out, or carry nothing while it seems to be there. */
final class Cable implements AutoCloseable {

    private final int target;
    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean pulled;
    private volatile boolean silent;

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

    /** The address of the server by way of this. */
    String instead(String address) {
        var changed = address.replace(":" + target, ":" + entrance.getLocalPort());
        if (changed.equals(address)) {
            throw new IllegalArgumentException("there is no port " + target + " to be replaced");
        }
        return changed;
    }

    /** What is connected is cut, and nothing else is let in. */
    void pull() {
        pulled = true;
        cutAll();
    }

    /** What is sent is lost, and nobody is told. */
    void silence() {
        silent = true;
    }

    /** What was connected before is lost. */
    void mend() {
        pulled = false;
        silent = false;
        cutAll();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException closed) {
                // the next round looks whether it is for good
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (pulled) {
            client.close();
            return;
        }
        var server = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(client);
        sockets.add(server);
        Thread.ofVirtual().start(() -> carry(client, server));
        Thread.ofVirtual().start(() -> carry(server, client));
    }

    private void carry(Socket from, Socket to) {
        var buffer = new byte[8192];
        try (from;
                to) {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!silent) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException cut) {
            // both ends are closed
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void cutAll() {
        sockets.forEach(Cable::close);
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        close(entrance);
        cutAll();
    }
}
