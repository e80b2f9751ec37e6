package dev.atelier.adapter.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/**
 * Refuses what the grammar of JSON allows and nobody can work with (RFC 8259, sections 6 and 8.2): half a surrogate pair,
 * which no encoding can store, and a number like 1e999999999, which takes a gigabyte once somebody writes it out.
 */
final class CarefulParser extends JsonParserDelegate {

    private static final int MAX_EXPONENT = 1_000;

    CarefulParser(JsonParser parser) {
        super(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
        var token = super.nextToken();
        check(token);
        return token;
    }

    /** The delegate would go past the check. */
    @Override
    public JsonToken nextValue() throws IOException {
        var token = nextToken();
        return token == JsonToken.FIELD_NAME ? nextToken() : token;
    }

    private void check(JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
            require(isWellFormed(delegate.getText()), "text must be well-formed Unicode");
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            require(
                    Math.abs(delegate.getDecimalValue().scale()) <= MAX_EXPONENT,
                    "a number must not be that large or precise");
        }
    }

    private void require(boolean holds, String message) throws JsonParseException {
        if (!holds) {
            throw new JsonParseException(this, message);
        }
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
