package dev.atelier.adapter.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.ParameterParser;

/**
 * What the head of a part of a form says (RFC 7578, section 4.2). Names may be written as in RFC 2047 or RFC 8187, as some clients
 * do.
 *
 * @param headers by their names in lower case; of several with one name it is the first
 */
record FormPart(Map<String, String> headers) {

    private static final String FORM_DATA = "form-data";

    /** The name of the field; empty when there is none. */
    String name() {
        return disposition("name").orElse("");
    }

    /** Only files have one, which may be empty. */
    Optional<String> fileName() {
        return disposition("filename");
    }

    Optional<String> contentType() {
        return header("Content-Type");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    private Optional<String> disposition(String parameter) {
        return header("Content-Disposition")
                .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(FORM_DATA))
                .flatMap(text -> parameter(text, parameter));
    }

    /** A parameter of a header, whose name is in lower case; empty text when it has no value. */
    static Optional<String> parameter(String header, String name) {
        var parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        var parameters = parser.parse(header, ';');
        return parameters.containsKey(name)
                ? Optional.of(
                        Optional.ofNullable(parameters.get(name)).orElse("").strip())
                : Optional.empty();
    }
}
