package dev.atelier.adapter.postgres;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A pooler that turns everybody away with an error (PostgreSQL documentation, "Message Formats"). */
final class RefusingServer implements AutoCloseable {

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final String state;
    private final String message;

    RefusingServer(String state, String message) throws IOException {
        this.state = state;
        this.message = message;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return entrance.getLocalPort();
    }

    private void serve() {
        while (!entrance.isClosed()) {
            try (var client = entrance.accept()) {
                refuse(client);
            } catch (IOException ended) {
                // the client has gone, or this is the end
            }
        }
    }

    private void refuse(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        var out = new DataOutputStream(client.getOutputStream());
        while (true) {
            var startup = new byte[in.readInt() - Integer.BYTES];
            in.readFully(startup);
            int code = new DataInputStream(new java.io.ByteArrayInputStream(startup)).readInt();
            if (code != SSL_REQUEST && code != GSS_REQUEST) {
                break;
            }
            out.writeByte('N');
        }
        var fields = "SFATAL\0VFATAL\0C%s\0M%s\0\0".formatted(state, message).getBytes(StandardCharsets.UTF_8);
        out.writeByte('E');
        out.writeInt(fields.length + Integer.BYTES);
        out.write(fields);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
