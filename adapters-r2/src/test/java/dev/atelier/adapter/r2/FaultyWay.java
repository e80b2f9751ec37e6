package dev.atelier.adapter.r2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A way to an S3 endpoint on which one kind of request meets a fault, so many times. One request for each connection. */
final class FaultyWay implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:\\s*(\\d+)");

    private final URI target;
    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger met = new AtomicInteger();
    private volatile Predicate<String> where = line -> false;
    private volatile Fault fault = Fault.CUT;
    private volatile int times;

    private FaultyWay(URI target, ServerSocket entrance) {
        this.target = target;
        this.entrance = entrance;
    }

    static FaultyWay to(URI target) {
        try {
            var way = new FaultyWay(target, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(way::accept);
            return way;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://localhost:" + entrance.getLocalPort());
    }

    /** @param requestLine tells the requests that meet it, the first {@code atMost} of them */
    void put(Fault next, Predicate<String> requestLine, int atMost) {
        met.set(0);
        fault = next;
        where = requestLine;
        times = atMost;
    }

    /** How many requests of the kind have come. */
    int seen() {
        return met.get();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                sockets.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var head = head(client.getInputStream());
            var length = LENGTH.matcher(head);
            var body = client.getInputStream().readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
            boolean hit = where.test(head.lines().findFirst().orElse("")) && met.incrementAndGet() <= times;
            if (hit) {
                meet(client, head, body);
            } else {
                pass(client.getOutputStream(), head, body);
            }
        } catch (IOException gone) {
            // that is what all of this is about
        } finally {
            sockets.remove(client);
        }
    }

    private void meet(Socket client, String head, byte[] body) throws IOException {
        switch (fault) {
            case CUT -> client.setSoLinger(true, 0);
            case CUT_IN_THE_BODY -> sendHalf(head, body);
            case STATUS_500 -> answer(client, "500 Internal Server Error", "InternalError");
            case SLOW_DOWN_503 -> answer(client, "503 Service Unavailable", "SlowDown");
            case FORBIDDEN_403 -> answer(client, "403 Forbidden", "AccessDenied");
            case NO_ANSWER -> client.getInputStream().read(); // until the client has had enough
            case DAMAGE -> {
                var changed = body.clone();
                if (changed.length > 0) {
                    changed[changed.length / 2] ^= 1;
                }
                pass(client.getOutputStream(), head, changed);
            }
            case LOST_ANSWER -> pass(OutputStream.nullOutputStream(), head, body);
        }
    }

    private void sendHalf(String head, byte[] body) throws IOException {
        try (var server = new Socket(target.getHost(), target.getPort())) {
            server.getOutputStream().write(head.getBytes(ISO_8859_1));
            server.getOutputStream().write(body, 0, body.length / 2);
        }
    }

    private static void answer(Socket client, String status, String code) throws IOException {
        var xml = "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>a fault</Message></Error>".formatted(code);
        client.getOutputStream().write("""
                        HTTP/1.1 %s\r
                        Content-Type: application/xml\r
                        Content-Length: %d\r
                        Connection: close\r
                        \r
                        %s""".formatted(status, xml.length(), xml).getBytes(ISO_8859_1));
    }

    private void pass(OutputStream answer, String head, byte[] body) throws IOException {
        try (var server = new Socket(target.getHost(), target.getPort())) {
            sockets.add(server);
            var alone =
                    head.replaceFirst("(?im)^connection:.*\r\n", "").replaceFirst("\r\n", "\r\nConnection: close\r\n");
            server.getOutputStream().write(alone.getBytes(ISO_8859_1));
            server.getOutputStream().write(body);
            server.getInputStream().transferTo(answer);
            sockets.remove(server);
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            head.write(next);
        }
        return head.toString(ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            entrance.close();
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
