package dev.atelier.local.auth;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where links in mails may lead: to the site or to another address of it that is allowed. Anywhere else is the site. */
final class Redirects {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    private final URI site;
    private final Set<Origin> allowed = new HashSet<>();

    /** The first address is the site; a loopback address is allowed by both its names. */
    Redirects(List<URI> addresses) {
        this.site = addresses.getFirst();
        for (URI address : addresses) {
            Origin origin = Origin.of(address).orElseThrow();
            allowed.add(origin);
            if (LOOPBACK.contains(origin.host())) {
                LOOPBACK.forEach(name -> allowed.add(new Origin(origin.scheme(), name, origin.port())));
            }
        }
    }

    private record Origin(String scheme, String host, int port) {

        /** The origin of an address; empty if it is none of the web, or hides a name in front of the host. */
        static Optional<Origin> of(URI address) {
            if (address.getScheme() == null || address.getHost() == null || address.getUserInfo() != null) {
                return Optional.empty();
            }
            String scheme = address.getScheme().toLowerCase(Locale.ROOT);
            return switch (scheme) {
                case "http" -> Optional.of(new Origin(scheme, host(address), port(address, 80)));
                case "https" -> Optional.of(new Origin(scheme, host(address), port(address, 443)));
                default -> Optional.empty();
            };
        }

        private static String host(URI address) {
            return address.getHost().toLowerCase(Locale.ROOT);
        }

        private static int port(URI address, int standard) {
            return address.getPort() < 0 ? standard : address.getPort();
        }
    }

    /** Whether this can be an address of a site. */
    static boolean isSite(URI address) {
        return Origin.of(address).isPresent();
    }

    /** Where the link that a request asks for, or is, leads in the end. */
    URI of(Context context) {
        return firstAllowed(Stream.of(context.queryParam("redirect_to"), context.header("Referer"))
                .filter(Objects::nonNull)
                .toList());
    }

    /** The first of these that is an address of the site; if none is, the site. */
    URI firstAllowed(List<String> wishes) {
        return wishes.stream()
                .flatMap(wish -> allowed(wish).stream())
                .findFirst()
                .orElse(site);
    }

    private Optional<URI> allowed(String text) {
        try {
            URI address = new URI(text);
            return Origin.of(address).filter(allowed::contains).map(origin -> address);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
