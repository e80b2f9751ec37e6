package dev.atelier.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.OutputFormat;
import dev.atelier.port.out.run.TextModel;
import dev.atelier.port.out.run.TextModel.Request;
import dev.atelier.port.out.run.TextModel.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contract of {@link TextModel}, of which nobody can say beforehand what it writes. Failures are for the adapters. */
@Timeout(120)
public abstract class TextModelContract {

    private static final String PROMPT = """
            Write about tea. Green tea is not fermented. Black tea is fermented, and keeps longer.
            Tea came to Europe in the seventeenth century; it was a luxury for a hundred years.
            A good cup takes water just below the boil, three minutes and a warm pot.
            """;

    private static final Pattern HEADING = Pattern.compile("^ {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$", Pattern.MULTILINE);

    /** The model under test. */
    protected abstract TextModel model();

    @Test
    void itWritesSomething() {
        assertFalse(write(request(OutputFormat.TEXT)).content().isBlank());
    }

    @Test
    void theTextIsGivenPieceByPiece() {
        for (var format : OutputFormat.values()) {
            var pieces = new ArrayList<String>();
            var text = model().write(request(format), pieces::add);

            assertEquals(text.content(), String.join("", pieces));
        }
    }

    @Test
    void thePiecesAreGivenOnTheCallingThread() {
        var threads = new HashSet<Thread>();
        model().write(request(OutputFormat.TEXT), piece -> threads.add(Thread.currentThread()));

        threads.remove(Thread.currentThread());
        assertTrue(threads.isEmpty());
    }

    @Test
    void plainTextHasNoFields() {
        assertEquals(ObjectValue.EMPTY, write(request(OutputFormat.TEXT)).fields());
    }

    @Test
    void withJsonTheFieldsAreTheTopLevelKeysOfTheObject() {
        var text = write(request(OutputFormat.JSON));

        assertTrue(text.content().strip().startsWith("{"), text.content());
        assertFalse(text.fields().fields().isEmpty());
        for (var name : text.fields().fields().keySet()) {
            assertTrue(text.content().contains('"' + name + '"'), name);
        }
    }

    @Test
    void withMarkdownTheFieldsAreTheTextsBelowTheHeadings() {
        var text = write(request(OutputFormat.MARKDOWN));
        var headings = HEADING.matcher(text.content())
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("\\s+", "_"))
                .collect(Collectors.toSet());

        assertEquals(headings, text.fields().fields().keySet());
        for (var below : text.fields().fields().values()) {
            assertTrue(text.content().contains(below.text()), below.text());
        }
    }

    @Test
    void itSaysWhatItUsed() {
        var usage = write(request(OutputFormat.TEXT)).usage();

        assertFalse(usage.model().isBlank());
        assertTrue(usage.inputTokens() > 0);
        assertTrue(usage.outputTokens() > 0);
        assertEquals(0, usage.images());
        assertTrue(usage.costUsd().signum() >= 0);
    }

    @Test
    void itWritesNoMoreThanItMay() {
        var request =
                new Request(PROMPT, "", Optional.empty(), new BigDecimal("0.7"), OptionalInt.of(5), OutputFormat.TEXT);

        assertTrue(write(request).usage().outputTokens() <= 5);
    }

    @Test
    void itTakesEveryLegalRequest() {
        for (var temperature : new String[] {"0", "2", "0.70"}) {
            var request = new Request(
                    Samples.ODD_TEXT + PROMPT,
                    "You are a tea merchant. " + Samples.ODD_TEXT,
                    Optional.empty(),
                    new BigDecimal(temperature),
                    OptionalInt.of(1_000),
                    OutputFormat.TEXT);

            assertFalse(write(request).content().isBlank());
        }
    }

    @Test
    void manyCanAskAtOnce() {
        var outcomes = Concurrently.all(
                8, () -> write(request(OutputFormat.TEXT)).content().isBlank());

        assertFalse(outcomes.contains(true));
    }

    private Text write(Request request) {
        return model().write(request, piece -> {});
    }

    private static Request request(OutputFormat format) {
        return new Request(PROMPT, "", Optional.empty(), new BigDecimal("0.7"), OptionalInt.empty(), format);
    }
}
