package dev.atelier.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A TCP port of the loopback interface; 0 asks for any that is free. */
record Port(int number) {

    Port {
        requireValid(number);
    }

    static int requireValid(int number) {
        if (number < 0 || number > 65_535) {
            throw new IllegalArgumentException("A port is between 0 and 65535, not " + number);
        }
        return number;
    }

    /**
     * This port if it is given and free, or a free one if it is 0.
     *
     * @throws PortTakenException if it is given and something listens there
     */
    Port claim(String server) {
        try (ServerSocket socket = new ServerSocket()) {
            // Without this a port whose last connections have just been closed would count as taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return new Port(socket.getLocalPort());
        } catch (IOException e) {
            if (number == 0) {
                throw new UncheckedIOException("No free port for " + server, e);
            }
            throw new PortTakenException(server, number);
        }
    }
}
