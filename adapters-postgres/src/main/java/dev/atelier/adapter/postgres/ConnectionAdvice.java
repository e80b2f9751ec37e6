package dev.atelier.adapter.postgres;

import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * What to do when the database does not let anybody in, or not do something. The words of Supabase's poolers are those of
 * Supavisor and PgBouncer.
 */
final class ConnectionAdvice {

    private ConnectionAdvice() {}

    /**
     * The advice, one sentence; empty when what the server said is all there is to say.
     *
     * @param state the SQLSTATE, empty when there is none
     * @param message what the server or the driver said
     */
    static Optional<String> on(Throwable failure, String state, String message) {
        return switch (state) {
            case "28P01", "28000" ->
                Optional.of(
                        "the password or the user in the address is wrong; Supabase shows and resets the password under"
                                + " Project Settings, Database; percent-encode what is special in it");
            case "3D000" -> Optional.of("the address names a database that does not exist; at Supabase it is postgres");
            case "42501" ->
                Optional.of(
                        "the role that connects may not do this; at Supabase connect as postgres, which owns the schema");
            default -> byWords(failure, message);
        };
    }

    private static Optional<String> byWords(Throwable failure, String message) {
        if (isUnknownTenant(message)) {
            return Optional.of(
                    "the pooler does not know this project: the user must be postgres.REF, and the host the one"
                            + " that Supabase shows for the project under Connect; a paused project is unknown, too");
        }
        if (message.contains("MaxClientsInSessionMode")
                || message.contains("max_client_conn")
                || message.contains("remaining connection slots")) {
            return Optional.of(
                    "all connections are taken: lower DATABASE_POOL_SIZE, or use the transaction pooler, port 6543");
        }
        return unreachable(failure);
    }

    static boolean isUnknownTenant(String message) {
        return message.contains("enant or user not found");
    }

    private static Optional<String> unreachable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnknownHostException unknown -> {
                    return Optional.of("no host is known by the name in the address: " + unknown.getMessage());
                }
                case NoRouteToHostException ignored -> {
                    return Optional.of(cannotBeReached());
                }
                case java.net.SocketException ignored -> {
                    return Optional.of(cannotBeReached());
                }
                case java.net.SocketTimeoutException ignored -> {
                    return Optional.of(cannotBeReached());
                }
                default -> {
                    // what it was caused by may say more
                }
            }
        }
        return Optional.empty();
    }

    private static String cannotBeReached() {
        return "the host and port in the address cannot be reached from here; db.REF.supabase.co has an address of IPv6 only,"
                + " the poolers have one of IPv4";
    }
}
