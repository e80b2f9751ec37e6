package dev.atelier.domain.workflow;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.workflow.ConditionToken.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads expressions by recursive descent. {@code NOT} binds closest, then {@code AND}, then {@code OR}:
 *
 * <pre>
 * any        = all { OR all }
 * all        = single { AND single }
 * single     = NOT single | "(" any ")" | operand [ comparison operand ]
 * </pre>
 */
final class ConditionParser {

    static final int MAX_LENGTH = 10_000;
    static final int MAX_DEPTH = 50;

    private final List<ConditionToken> tokens;
    private int next;
    private int depth;

    private ConditionParser(List<ConditionToken> tokens) {
        this.tokens = tokens;
    }

    static Condition parse(String expression) throws ConditionSyntaxException {
        if (expression.length() > MAX_LENGTH) {
            throw new ConditionSyntaxException(
                    "has at most %d characters, not %d".formatted(MAX_LENGTH, expression.length()));
        }
        var parser = new ConditionParser(ConditionLexer.tokens(expression));
        var condition = parser.any();
        parser.expect(Kind.END, "AND, OR or the end");
        return condition;
    }

    private Condition any() throws ConditionSyntaxException {
        var parts = new ArrayList<>(List.of(all()));
        while (accept(Kind.OR).isPresent()) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts);
    }

    private Condition all() throws ConditionSyntaxException {
        var parts = new ArrayList<>(List.of(single()));
        while (accept(Kind.AND).isPresent()) {
            parts.add(single());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
    }

    private Condition single() throws ConditionSyntaxException {
        if (++depth > MAX_DEPTH) {
            throw new ConditionSyntaxException(tokens.get(next).position(), "nested deeper than " + MAX_DEPTH);
        }
        var condition = nested();
        depth--;
        return condition;
    }

    private Condition nested() throws ConditionSyntaxException {
        if (accept(Kind.NOT).isPresent()) {
            return new Condition.Not(single());
        }
        if (accept(Kind.OPEN).isPresent()) {
            var condition = any();
            expect(Kind.CLOSE, "a closing parenthesis");
            return condition;
        }
        var left = operand();
        var sign = accept(Kind.COMPARISON);
        return sign.isEmpty()
                ? new Condition.Truth(left)
                : new Condition.Compared(
                        left, Comparison.parse(sign.get().text()).orElseThrow(), operand());
    }

    private Operand operand() throws ConditionSyntaxException {
        var token = tokens.get(next++);
        return switch (token.kind()) {
            case REFERENCE -> Operand.of(token.text(), false);
            case QUOTED -> Operand.of(unquoted(token.text()), true);
            case NUMBER -> new Operand.Constant(Value.of(new BigDecimal(token.text())), false);
            case TRUE -> new Operand.Constant(Value.of(true), false);
            case FALSE -> new Operand.Constant(Value.of(false), false);
            default -> throw unexpected(token, "a value");
        };
    }

    /** A backslash makes the character behind it an ordinary one. */
    private static String unquoted(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replaceAll("(?s)\\\\(.)", "$1");
    }

    private Optional<ConditionToken> accept(Kind kind) {
        return tokens.get(next).kind() == kind ? Optional.of(tokens.get(next++)) : Optional.empty();
    }

    private void expect(Kind kind, String described) throws ConditionSyntaxException {
        if (accept(kind).isEmpty()) {
            throw unexpected(tokens.get(next), described);
        }
    }

    private static ConditionSyntaxException unexpected(ConditionToken found, String expected) {
        return new ConditionSyntaxException(
                found.position(), "expected %s, found %s".formatted(expected, found.described()));
    }
}
