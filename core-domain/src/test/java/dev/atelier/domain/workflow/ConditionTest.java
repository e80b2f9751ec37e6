package dev.atelier.domain.workflow;

import static dev.atelier.domain.workflow.Drawing.data;
import static dev.atelier.domain.workflow.Drawing.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.NullValue;
import dev.atelier.domain.value.Value.ObjectValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    private static final Map<String, Value> VALUES = Map.of(
            "{{n.ten}}", Value.of(10),
            "{{n.tenText}}", Value.of(" 10\n"),
            "{{n.yes}}", Value.of(true),
            "{{n.yesText}}", Value.of("True"),
            "{{n.word}}", Value.of("tea\n"),
            "{{n.nothing}}", NullValue.NULL,
            "{{n.list}}", list(Value.of("a"), Value.of(2)),
            "{{n.empty}}", list(),
            "{{n.object}}", data("colour", Value.of("red")),
            "{topic}", Value.of("green tea"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "10 == 10.0 | true",
                "9 < 10 | true",
                "-2 > -10 | true",
                "10 <= 10 | true",
                "10 >= 10.5 | false",
                "1 != 2 | true",
                "'9' < '10' | false",
                "\"a\" < 'b' | true",
                "'10' == 10 | true",
                "'10.0' == 10 | false",
                "{{n.ten}} > 9 | true",
                "{{n.tenText}} > 9 | true",
                "{{n.tenText}} == {{n.ten}} | true",
                "{{n.tenText}} == '10' | true",
                "'{{n.tenText}}' > 9 | true",
                "{{n.yes}} == true | true",
                "{{n.yesText}} == true | true",
                "{{n.yesText}} == 'true' | false",
                "{{n.yes}} != false | true",
                "{{n.word}} == 'tea' | true",
                "{{n.word}} == 'Tea' | false",
                "{{n.nothing}} == '' | true",
                "{topic} contains 'tea' | true",
                "{topic} contains {{n.word}} | true",
                "{topic} CONTAINS 'coffee' | false",
                "{{n.list}} contains 'a' | true",
                "{{n.list}} contains 2 | true",
                "{{n.list}} contains 'b' | false",
                "{{n.object}} contains 'colour' | true",
                "'{topic} and {{n.word}}' contains 'tea and' | true",
                "'it\\'s' == \"it's\" | true",
                "true | true",
                "NOT false | true",
                "not not TRUE | true",
                "0 | false",
                "0.0 | false",
                "'' | false",
                "'no' | true",
                "{{n.yesText}} | true",
                "{{n.nothing}} | false",
                "{{n.empty}} | false",
                "{{n.list}} | true",
                "{{n.object}} | true",
                "true OR false AND false | true",
                "(true OR false) AND false | false",
                "NOT true OR true | true",
                "NOT (true OR true) | false",
                "NOT 1 == 2 | true",
                "1 == 1 and 2 == 2 Or 3 == 4 | true",
            })
    void expressions_compare_and_combine(String expression, boolean expected) throws Exception {
        assertEquals(expected, ConditionParser.parse(expression).holds(ConditionTest::resolve));
    }

    @Test
    void what_does_not_matter_is_not_looked_at() throws Exception {
        assertEquals(true, ConditionParser.parse("true OR {{n.absent}}").holds(ConditionTest::resolve));
        assertEquals(false, ConditionParser.parse("false AND {{n.absent}}").holds(ConditionTest::resolve));
    }

    @Test
    void all_references_are_known_before() throws Exception {
        assertEquals(
                List.of("{{a.b}}", "{c}", "{{d[0]}}", "{e}"),
                ConditionParser.parse("NOT ({{a.b}} == {c} OR '{{d[0]}} x' < 1) AND {e}").references().stream()
                        .map(Reference::source)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 1 | expected a value, found the end",
                "1 == | 5 | expected a value, found the end",
                "1 == == 2 | 6 | expected a value, found ==",
                "1 2 | 3 | expected AND, OR or the end, found 2",
                "(1 == 1 | 8 | expected a closing parenthesis, found the end",
                "1 == 1) | 7 | expected AND, OR or the end, found )",
                "true AND | 9 | expected a value, found the end",
                "a == 1 | 1 | \"a\" is no word of conditions",
                "1 == 'x | 6 | these quotes are never closed",
                "1 == \"x\\\" | 6 | these quotes are never closed",
                "1 = 1 | 3 | \"=\" cannot stand here",
                "1 < 2 < 3 | 7 | expected AND, OR or the end, found <",
                "{1} == 1 | 1 | a reference is written like",
                "exit(1) | 1 | \"exit\" is no word of conditions",
                "1.5.2 > 1 | 1 | \"1\" cannot stand here",
            })
    void what_cannot_be_read_is_told_with_its_place(String expression, int position, String why) {
        var thrown = assertThrows(ConditionSyntaxException.class, () -> ConditionParser.parse(expression));

        var expected = "cannot be read from character %d on: %s".formatted(position, why);
        assertTrue(thrown.getMessage().startsWith(expected), thrown::getMessage);
    }

    @Test
    void the_forms_that_forms_write_mean_the_same() throws Exception {
        var greater = comparison(Value.of("{{n.tenText}}"), ">", Value.of("9"));
        var contains = comparison(Value.of("{topic}"), " Contains ", Value.of("coffee"));

        assertEquals(true, holds(greater));
        assertEquals(false, holds(contains));
        assertEquals(true, holds(comparison(Value.of(new BigDecimal("1.50")), "==", Value.of("1.5"))));
        assertEquals(true, holds(comparison(Value.of("{{n.yes}}"), "==", Value.of(true))));
        assertEquals(false, holds(group("AND", greater, contains)));
        assertEquals(true, holds(group("or", greater, contains)));
        assertEquals(false, holds(data("conditions", list(greater, contains))));
        assertEquals(true, holds(group("AND", group("OR", contains, greater), Value.of("1 < 2"))));
        assertEquals(true, holds(Value.of(true)));
    }

    @Test
    void forms_that_are_not_complete_are_refused() {
        for (Value wrong : List.of(
                Value.of(1),
                list(),
                ObjectValue.EMPTY,
                comparison(Value.of("a"), "~", Value.of("b")),
                comparison(NullValue.NULL, "==", Value.of("b")),
                data("left", Value.of(1)).with("operator", Value.of("==")),
                data("conditions", list()),
                data("conditions", Value.of("x")),
                group("XOR", Value.of("true")),
                group("AND", Value.of("true"), Value.of("1 =")))) {
            assertThrows(ConditionSyntaxException.class, () -> ConditionReader.read(wrong), wrong::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "NOT ", "'", "{", "\\", "((true) AND ", "1==1 OR ", "'\\", "{{", " "})
    void hostile_expressions_are_answered_in_time(String part) {
        var expressions = List.of(part.repeat(9_900 / part.length()), part.repeat(1_000_000));
        for (var expression : expressions) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> assertThrows(ConditionSyntaxException.class, () -> ConditionParser.parse(expression)));
        }
    }

    @Test
    void as_much_is_read_as_is_promised() throws Exception {
        var deep = "(".repeat(49) + "true" + ")".repeat(49);
        assertEquals(true, ConditionParser.parse(deep).holds(ConditionTest::resolve));
        assertThrows(ConditionSyntaxException.class, () -> ConditionParser.parse("(" + deep + ")"));

        var wide = "1==1" + " AND 1==1".repeat(1_110);
        assertEquals(true, ConditionParser.parse(wide).holds(ConditionTest::resolve));

        var nested = new ArrayList<Value>(List.of(Value.of("true")));
        for (int i = 0; i < 49; i++) {
            nested.set(0, group("AND", nested.getFirst()));
        }
        assertEquals(true, holds(nested.getFirst()));
        assertThrows(ConditionSyntaxException.class, () -> ConditionReader.read(group("AND", nested.getFirst())));
    }

    private static boolean holds(Value written) throws ConditionSyntaxException {
        return ConditionReader.read(written).holds(ConditionTest::resolve);
    }

    private static ObjectValue comparison(Value left, String operator, Value right) {
        return data("left", left).with("operator", Value.of(operator)).with("right", right);
    }

    private static ObjectValue group(String logic, Value... conditions) {
        return data("conditions", list(conditions)).with("logic", Value.of(logic));
    }

    private static Value resolve(Reference reference) {
        return Optional.ofNullable(VALUES.get(reference.source())).orElseThrow();
    }
}
