package dev.atelier.domain.workflow;

import dev.atelier.domain.workflow.ConditionToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an expression into its words. */
final class ConditionLexer {

    /** Possessive throughout: no text makes it try twice. */
    private static final Pattern WORD = Pattern.compile("(?<reference>\\{\\{[^{}]*+}}|\\{[\\p{L}_][\\p{L}\\p{Nd}_-]*+})"
            + "|(?<number>-?+\\d++(?:\\.\\d++)?+(?![\\p{L}\\p{Nd}_.]))"
            + "|(?<comparison>==|!=|<=|>=|<|>)"
            + "|(?<open>\\()"
            + "|(?<close>\\))"
            + "|(?<keyword>[\\p{L}_][\\p{L}\\p{Nd}_]*+)");

    private final String text;
    private final List<ConditionToken> tokens = new ArrayList<>();
    private int at;

    private ConditionLexer(String text) {
        this.text = text;
    }

    /** The words, {@link Kind#END} behind the last. */
    static List<ConditionToken> tokens(String expression) throws ConditionSyntaxException {
        return new ConditionLexer(expression).read();
    }

    private List<ConditionToken> read() throws ConditionSyntaxException {
        var word = WORD.matcher(text);
        while (at < text.length()) {
            char first = text.charAt(at);
            if (Character.isWhitespace(first)) {
                at++;
            } else if (first == '"' || first == '\'') {
                add(Kind.QUOTED, closingQuote() + 1);
            } else if (word.region(at, text.length()).lookingAt()) {
                add(kind(word), word.end());
            } else {
                throw unreadable(first);
            }
        }
        add(Kind.END, at);
        return tokens;
    }

    private void add(Kind kind, int end) {
        tokens.add(new ConditionToken(kind, text.substring(at, end), at));
        at = end;
    }

    /** By hand, because a pattern with escapes in it uses stack for each of them. */
    private int closingQuote() throws ConditionSyntaxException {
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == text.charAt(at)) {
                return i;
            }
        }
        throw new ConditionSyntaxException(at, "these quotes are never closed");
    }

    private Kind kind(Matcher word) throws ConditionSyntaxException {
        for (var kind : List.of(Kind.REFERENCE, Kind.NUMBER, Kind.COMPARISON, Kind.OPEN, Kind.CLOSE)) {
            if (word.group(kind.name().toLowerCase(Locale.ROOT)) != null) {
                return kind;
            }
        }
        return keyword(word.group());
    }

    private Kind keyword(String word) throws ConditionSyntaxException {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "AND" -> Kind.AND;
            case "OR" -> Kind.OR;
            case "NOT" -> Kind.NOT;
            case "TRUE" -> Kind.TRUE;
            case "FALSE" -> Kind.FALSE;
            case "CONTAINS" -> Kind.COMPARISON;
            default ->
                throw new ConditionSyntaxException(
                        at,
                        "\"%s\" is no word of conditions; texts are put in quotes, references in braces"
                                .formatted(word));
        };
    }

    private ConditionSyntaxException unreadable(char first) {
        return first == '{'
                ? new ConditionSyntaxException(at, "a reference is written like {{node_id.field}} or {name}")
                : new ConditionSyntaxException(
                        at, "\"%s\" cannot stand here".formatted(Character.toString(text.codePointAt(at))));
    }
}
