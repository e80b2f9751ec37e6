package dev.atelier.bootstrap;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A command that needs no client. */
final class RedisCommand {

    private RedisCommand() {}

    static void send(URI address, String command) {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            if (socket.getInputStream().read() != '+') {
                throw new IllegalStateException(command + " was refused");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
