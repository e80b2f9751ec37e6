package dev.atelier.domain.workflow;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ListValue;
import dev.atelier.domain.value.Value.NullValue;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.value.Value.StringValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads conditions in all their forms: an expression, {@code {left,operator,right}}, or {@code {conditions,logic}} with
 * such forms in it.
 */
final class ConditionReader {

    private ConditionReader() {}

    static Condition read(Value written) throws ConditionSyntaxException {
        return read(written, 1);
    }

    private static Condition read(Value written, int depth) throws ConditionSyntaxException {
        if (depth > ConditionParser.MAX_DEPTH) {
            throw new ConditionSyntaxException("is nested deeper than " + ConditionParser.MAX_DEPTH);
        }
        return switch (written) {
            case StringValue expression -> ConditionParser.parse(expression.value());
            case Value.BoolValue bool -> new Condition.Truth(new Operand.Constant(bool, false));
            case ObjectValue object when object.field("conditions").isPresent() -> group(object, depth);
            case ObjectValue object -> comparison(object);
            default ->
                throw new ConditionSyntaxException(
                        "must be an expression, {left,operator,right} or {conditions,logic}");
        };
    }

    private static Condition group(ObjectValue object, int depth) throws ConditionSyntaxException {
        if (!(object.fields().get("conditions") instanceof ListValue list)
                || list.values().isEmpty()) {
            throw new ConditionSyntaxException("needs a list of \"conditions\" with one at least");
        }
        var conditions = new ArrayList<Condition>();
        for (var condition : list.values()) {
            conditions.add(read(condition, depth + 1));
        }
        return grouped(conditions, object.field("logic").orElse(Value.of("AND")).text());
    }

    private static Condition grouped(List<Condition> conditions, String logic) throws ConditionSyntaxException {
        return switch (logic.strip().toUpperCase(Locale.ROOT)) {
            case "AND" -> new Condition.All(conditions);
            case "OR" -> new Condition.Any(conditions);
            default -> throw new ConditionSyntaxException("has a \"logic\" that is neither AND nor OR");
        };
    }

    private static Condition comparison(ObjectValue object) throws ConditionSyntaxException {
        var comparison = object.field("operator")
                .flatMap(operator -> Comparison.parse(operator.text()))
                .orElseThrow(() -> new ConditionSyntaxException(
                        "needs an \"operator\" that is one of ==, !=, <, <=, >, >=, contains"));
        return new Condition.Compared(operand(object, "left"), comparison, operand(object, "right"));
    }

    private static Operand operand(ObjectValue object, String name) throws ConditionSyntaxException {
        return switch (object.field(name).orElse(NullValue.NULL)) {
            case StringValue text -> Operand.of(text.value(), false);
            case NullValue ignored -> throw new ConditionSyntaxException("needs a \"%s\"".formatted(name));
            case Value constant -> new Operand.Constant(constant, false);
        };
    }
}
