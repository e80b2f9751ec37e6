package dev.atelier.local.auth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The address that somebody is sent back to, with what they are to bring along. */
record RedirectAddress(URI target) {

    /** What no server sees: a session, or an error of the flow that gives one. */
    String withFragment(Map<String, String> parameters) {
        return target + "#" + encoded(parameters);
    }

    /** What is part of the address. */
    String withQuery(Map<String, String> parameters) {
        String text = target.toString();
        int end = text.indexOf('#') < 0 ? text.length() : text.indexOf('#');
        String separator = target.getRawQuery() == null ? "?" : "&";
        return text.substring(0, end) + separator + encoded(parameters) + text.substring(end);
    }

    /** What is told in both places, since the client that is sent back may look into either. */
    String withQueryAndFragment(Map<String, String> parameters) {
        return new RedirectAddress(URI.create(withQuery(parameters))).withFragment(parameters);
    }

    private static String encoded(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
