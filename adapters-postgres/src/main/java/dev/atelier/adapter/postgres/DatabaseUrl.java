package dev.atelier.adapter.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private static final String DEFAULT_DATABASE = "postgres";

    private static final Pattern SCHEME = Pattern.compile("(?:jdbc:)?postgres(?:ql)?://(?<rest>.*)", Pattern.DOTALL);

    /** What follows the login. Narrow, for where it begins is found by trying: a password may hold every delimiter. */
    private static final Pattern PLACE =
            Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]+]|[\\p{L}\\p{N}._-]+)(?::(?<port>[0-9]+))?"
                    + "(?:/(?<database>[^/?@]*))?(?:\\?(?<query>(?:[\\w.-]+=[^&]*(?:&[\\w.-]+(?:=[^&]*)?)*)?&?))?");

    private static final String EXPECTED = "; expected postgresql://user:password@host:port/database";

    public DatabaseUrl {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException when it is none, or has a parameter that the driver does not know; the message says
     *     what is wrong, and never holds the password
     */
    public static DatabaseUrl parse(String text) {
        var scheme = SCHEME.matcher(text.strip());
        if (!scheme.matches()) {
            throw refused("it must begin with postgresql://");
        }
        var url = candidates(scheme.group("rest"))
                .flatMap(candidate -> candidate.place().stream().map(place -> read(candidate.login(), place)))
                .findFirst()
                .orElseThrow(() -> refused(whatIsWrong(scheme.group("rest"))));
        Connections.requireKnownParameters(url);
        return url;
    }

    /** One way to cut the text in two: the login, empty when there is none, and where to. */
    private record Candidate(Optional<String> login, String rest) {

        /** Without a login before it, the place has to name the user among its parameters. */
        Optional<Matcher> place() {
            return Optional.of(PLACE.matcher(rest))
                    .filter(Matcher::matches)
                    .filter(place -> login.isPresent()
                            || parameters(place.group("query")).containsKey("user"));
        }
    }

    private static Stream<Candidate> candidates(String rest) {
        var cuts = IntStream.range(0, rest.length())
                .filter(i -> rest.charAt(i) == '@')
                .mapToObj(i -> new Candidate(Optional.of(rest.substring(0, i)), rest.substring(i + 1)));
        return Stream.concat(Stream.of(new Candidate(Optional.empty(), rest)), cuts);
    }

    private static String whatIsWrong(String rest) {
        var behindLogin = rest.substring(rest.lastIndexOf('@') + 1);
        if (behindLogin.isEmpty() || ":/?".indexOf(behindLogin.charAt(0)) >= 0) {
            return "the host is missing";
        }
        Predicate<String> isPlace = PLACE.asMatchPredicate();
        return rest.indexOf('@') < 0 && isPlace.test(rest) ? "the user is missing" : "it is not understood";
    }

    private static DatabaseUrl read(Optional<String> login, Matcher place) {
        var parameters = parameters(place.group("query"));
        int colon = login.orElse("").indexOf(':');
        var user = decode(
                login.map(text -> colon < 0 ? text : text.substring(0, colon)).orElse(""));
        var password = decode(login.filter(text -> colon >= 0)
                .map(text -> text.substring(colon + 1))
                .orElse(""));
        var otherUser = Optional.ofNullable(parameters.remove("user")).orElse("");
        var otherPassword = Optional.ofNullable(parameters.remove("password")).orElse("");
        if (user.isEmpty() && otherUser.isEmpty()) {
            throw refused("the user is missing");
        }
        var database = decode(Optional.ofNullable(place.group("database")).orElse(""));
        return new DatabaseUrl(
                place.group("host"),
                port(place.group("port")),
                database.isEmpty() ? DEFAULT_DATABASE : database,
                user.isEmpty() ? otherUser : user,
                password.isEmpty() ? otherPassword : password,
                parameters);
    }

    /** What is no port may be the password of somebody who forgot the host, and is not repeated. */
    private static int port(@Nullable String digits) {
        if (digits == null) {
            return DEFAULT_PORT;
        }
        int port = digits.length() > 5 ? 0 : Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            throw refused("the port must be 1 to 65535");
        }
        return port;
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

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(why + EXPECTED);
    }

    /**
     * Whether connections are handed out for one transaction at a time, as Supabase's pooler does on port 6543: nothing may
     * be kept in a session then. The parameter {@code pgbouncer=true} says so of any other address, {@code pgbouncer=false}
     * that it is none in spite of the port.
     */
    public boolean isTransactionPooler() {
        var said = parameters.get("pgbouncer");
        return said == null ? port == TRANSACTION_POOLER_PORT : said.equals("true");
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
