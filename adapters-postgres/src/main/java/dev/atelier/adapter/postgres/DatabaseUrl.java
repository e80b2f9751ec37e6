package dev.atelier.adapter.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a database as people have it at hand: {@code postgresql://user:password@host:port/db?params}, the same
 * with {@code postgres://}, or {@code jdbc:postgresql:}. User and password may be percent-encoded (RFC 3986); characters
 * that should be but are not, such as {@code @} and {@code #} in a password, are understood as well.
 *
 * @param parameters of the driver, decoded
 */
public record DatabaseUrl(
        String host, int port, String database, String user, String password, Map<String, String> parameters) {

    private static final int DEFAULT_PORT = 5432;
    private static final int TRANSACTION_POOLER_PORT = 6543;

    /** The last {@code @} ends the password: it may hold others. A {@code /} behind it begins the name of the database. */
    private static final Pattern FORM = Pattern.compile(
            "(?:jdbc:)?postgres(?:ql)?://(?:(?<login>.*)@)?"
                    + "(?<host>\\[[0-9A-Fa-f:.]+]|[^:/@?\\[\\]]+)(?::(?<port>[0-9]{1,5}))?(?:/(?<database>[^/?]*))?(?:\\?(?<query>.*))?");

    private static final String EXPECTED = "expected postgresql://user:password@host:port/database";

    public DatabaseUrl {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException when it is none; the message says what is wrong, and never holds the password
     */
    public static DatabaseUrl parse(String url) {
        var form = FORM.matcher(url.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(EXPECTED);
        }
        int port = form.group("port") == null ? DEFAULT_PORT : Integer.parseInt(form.group("port"));
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("the port must be 1 to 65535, not " + port);
        }
        var parameters = parameters(form.group("query"));
        var login = form.group("login") == null ? "" : form.group("login");
        int colon = login.indexOf(':');
        var user = decode(colon < 0 ? login : login.substring(0, colon));
        var password = colon < 0 ? "" : decode(login.substring(colon + 1));
        user = user.isEmpty() ? parameters.getOrDefault("user", "") : user;
        password = password.isEmpty() ? parameters.getOrDefault("password", "") : password;
        parameters.remove("user");
        parameters.remove("password");
        if (user.isEmpty()) {
            throw new IllegalArgumentException("the user is missing; " + EXPECTED);
        }
        var database = form.group("database") == null || form.group("database").isEmpty()
                ? "postgres"
                : decode(form.group("database"));
        return new DatabaseUrl(form.group("host"), port, database, user, password, parameters);
    }

    private static Map<String, String> parameters(@Nullable String query) {
        var parameters = new LinkedHashMap<String, String>();
        if (query != null && !query.isEmpty()) {
            Arrays.stream(query.split("&"))
                    .map(pair -> pair.split("=", 2))
                    .forEach(pair -> parameters.put(decode(pair[0]), pair.length > 1 ? decode(pair[1]) : ""));
        }
        return parameters;
    }

    /** A stray {@code %} is taken as it is: a password that was never encoded may hold one. A {@code +} is a plus here. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /**
     * Whether connections are handed out for one transaction at a time, as Supabase's pooler does on port 6543: nothing may
     * be kept in a session then. The parameter {@code pgbouncer=true} says so of any other address.
     */
    public boolean isTransactionPooler() {
        return port == TRANSACTION_POOLER_PORT || "true".equals(parameters.get("pgbouncer"));
    }

    /** For the driver; user, password and parameters are given to it apart. */
    String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/".formatted(host, port);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "postgresql://%s@%s:%d/%s".formatted(user, host, port, database);
    }
}
