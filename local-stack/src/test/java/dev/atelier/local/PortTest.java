package dev.atelier.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortTest {

    private static final int ALL = 12_000;

    @Test
    void a_free_port_is_given_once_though_nobody_listens_on_it_yet() {
        Set<Integer> given = new HashSet<>();
        IntStream.range(0, 500).forEach(i -> given.add(Port.free()));
        assertEquals(500, given.size());
    }

    @Test
    void a_port_that_is_listened_on_is_not_free() throws IOException {
        int port = Port.free();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            IntStream.range(0, ALL)
                    .forEach(i -> assertNotEquals(
                            taken.getLocalPort(), new Port(0).claim("test").number()));
        }
        assertTrue(IntStream.range(0, ALL).anyMatch(i -> Port.free() == port), "not free though nobody listens");
    }

    @Test
    void connections_begin_elsewhere() {
        assertTrue(IntStream.range(0, ALL).map(i -> Port.free()).allMatch(port -> port >= 1024 && port < 32_768));
    }
}
