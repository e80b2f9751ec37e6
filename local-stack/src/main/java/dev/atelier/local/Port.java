package dev.atelier.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP port of the loopback interface; 0 asks for any that is free. */
public record Port(int number) {

    /**
     * The ports to choose from. All are below those from which systems take the near end of outgoing connections (32,768 on
     * Linux, 49,152 elsewhere): one of those may be somebody's connection in the time between being found free and being
     * listened on, or while a server that has it is restarted.
     */
    private static final int FIRST = 20_000;

    private static final int COUNT = 12_000;
    private static final AtomicInteger LAST =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    public Port {
        requireValid(number);
    }

    static int requireValid(int number) {
        if (number < 0 || number > 65_535) {
            throw new IllegalArgumentException("A port is between 0 and 65535, not " + number);
        }
        return number;
    }

    /**
     * A port on which nothing listens, another one each time until all have been given: several can be asked for before a
     * server listens on any of them.
     *
     * @throws IllegalStateException if there is none
     */
    public static int free() {
        for (int tried = 0; tried < COUNT; tried++) {
            int number = FIRST + Math.floorMod(LAST.incrementAndGet(), COUNT);
            if (isFree(number)) {
                return number;
            }
        }
        throw new IllegalStateException("All ports from %d to %d are taken".formatted(FIRST, FIRST + COUNT - 1));
    }

    /**
     * This port if it is given and free, or a free one if it is 0.
     *
     * @throws PortTakenException if it is given and something listens there
     */
    Port claim(String server) {
        if (number == 0) {
            return new Port(free());
        }
        if (!isFree(number)) {
            throw new PortTakenException(server, number);
        }
        return this;
    }

    private static boolean isFree(int number) {
        try (ServerSocket socket = new ServerSocket()) {
            // Without this a port whose last connections have just been closed would count as taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
