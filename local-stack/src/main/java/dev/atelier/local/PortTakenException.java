package dev.atelier.local;

/** Something else already listens on the port that a server was to use. */
public final class PortTakenException extends RuntimeException {

    private final String server;
    private final int port;

    PortTakenException(String server, int port) {
        super("Port %d, which %s needs, is taken: stop what listens there or choose another port."
                .formatted(port, server));
        this.server = server;
        this.port = port;
    }

    /** The server that could not start, as its users call it. */
    public String server() {
        return server;
    }

    /** The TCP port that is taken. */
    public int port() {
        return port;
    }
}
