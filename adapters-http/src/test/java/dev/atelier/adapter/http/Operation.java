package dev.atelier.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that the description says can be done.
 *
 * @param method in capitals
 * @param path with the names of its parameters in braces
 */
record Operation(String method, String path, List<JsonNode> parameters, JsonNode description) {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

    boolean isOfTheApi() {
        return path.startsWith("/api/");
    }

    boolean isAboutOneThing() {
        return isOfTheApi() && path.contains("{");
    }

    boolean hasParameter(String place, String name) {
        return parameters.stream()
                .anyMatch(parameter -> parameter.path("in").asText().equals(place)
                        && parameter.path("name").asText().equals(name));
    }

    boolean matches(String otherMethod, String address) {
        return method.equals(otherMethod.equals("HEAD") ? "GET" : otherMethod)
                && pattern().matcher(address).matches();
    }

    private Pattern pattern() {
        return Pattern.compile("\\Q" + PARAMETER.matcher(path).replaceAll("\\\\E[^/]+\\\\Q") + "\\E");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
