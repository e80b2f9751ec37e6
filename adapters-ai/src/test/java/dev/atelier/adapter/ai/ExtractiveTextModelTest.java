package dev.atelier.adapter.ai;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.OutputFormat;
import dev.atelier.port.PortFailure;
import dev.atelier.port.out.run.TextModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractiveTextModelTest {

    @ParameterizedTest
    @EnumSource
    void theSameRequestGivesTheSameText(OutputFormat format) {
        assertEquals(Texts.write(Texts.ENGLISH, format), Texts.write(Texts.ENGLISH, format));
    }

    @ParameterizedTest
    @EnumSource
    void thePiecesTogetherAreTheText(OutputFormat format) {
        var pieces = new ArrayList<String>();

        var text = OfflineModels.text().write(Texts.request(Texts.ENGLISH, format, OptionalInt.empty()), pieces::add);

        assertEquals(text.content(), String.join("", pieces));
        assertTrue(pieces.size() > 20, () -> pieces.size() + " pieces");
    }

    @Test
    void whatTheListenerThrowsReachesTheCaller() {
        var stop = new IllegalStateException("stop");
        var request = Texts.request(Texts.ENGLISH, OutputFormat.TEXT, OptionalInt.empty());

        var thrown = assertThrows(
                IllegalStateException.class,
                () -> OfflineModels.text().write(request, piece -> {
                    throw stop;
                }));

        assertSame(stop, thrown);
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfTheInstructionsIsInTheText(OutputFormat format) {
        var content = Texts.write(Texts.ENGLISH, format).content();

        assertAll(List.of("Write", "announcement", "friendly", "Context", "invent", "pirate", "Zanzibar").stream()
                .map(word -> () -> assertFalse(content.contains(word), word + " is in: " + content)));
    }

    @Test
    void theTextIsMadeOfSentencesOfTheContext() {
        var content = Texts.write(Texts.ENGLISH, OutputFormat.TEXT).content();

        assertTrue(content.startsWith("The Aurora espresso machine heats up in 20 seconds. "), content);
        Passages.of(content).forEach(sentence -> assertTrue(Texts.ENGLISH.contains(sentence.text()), sentence.text()));
    }

    @Test
    void whatHasNothingToDoWithTheSubjectIsLeftOut() {
        assertFalse(Texts.write(Texts.ENGLISH, OutputFormat.TEXT).content().contains("Bicycles"));
    }

    @Test
    void listItemsBecomeSentencesAndPortugueseIsUnderstood() {
        var content = Texts.write(Texts.PORTUGUESE, OutputFormat.TEXT).content();

        assertTrue(content.startsWith("O café da Serra Azul é colhido à mão a 1.200 metros de altitude. "), content);
        assertFalse(content.contains("Escreva") || content.contains("redator") || content.contains("- "), content);
    }

    @Test
    void theFormOfMarkdownIsInTheLanguageOfThePrompt() {
        var fields =
                Texts.write(Texts.PORTUGUESE, OutputFormat.MARKDOWN).fields().fields();

        assertEquals(List.of("o_café_da_serra_azul", "pontos_principais"), List.copyOf(fields.keySet()));
    }

    @Test
    void aPromptWithoutContextGetsAShortTextThatSaysWhatItIs() {
        assertEquals(
                "This draft about slow coffee was put together offline. No language model was asked and the request came"
                        + " with no text to draw on, so it adds no facts of its own. What the request names: slow and"
                        + " coffee.\n\nGiven some context, the draft would be made of its most relevant sentences.",
                Texts.write("Write a blog post about slow coffee.", OutputFormat.TEXT)
                        .content());
    }

    @Test
    void aHeadlineIsOneShortLine() {
        assertEquals(
                "Slow coffee (offline draft)",
                Texts.write("Write a headline about slow coffee.", OutputFormat.TEXT)
                        .content());
    }

    @Test
    void aWishForANumberOfWordsIsKept() {
        var content = Texts.write("Use at most 25 words. " + Texts.ENGLISH, OutputFormat.TEXT)
                .content();

        assertTrue(content.split("\\s+", -1).length <= 25, content);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 60})
    void aTextHasNoMoreTokensThanItMay(int maxTokens) {
        var text = Texts.write(Texts.ENGLISH, OutputFormat.TEXT, maxTokens);

        assertTrue(text.usage().outputTokens() <= maxTokens, text.content());
        assertFalse(text.content().isEmpty());
    }

    @Test
    void usageNamesTheOfflineModelAndCostsNothing() {
        var request = new TextModel.Request(
                "12345678", "123", Optional.of("openai/gpt-4o"), BigDecimal.ONE, OptionalInt.of(2), OutputFormat.TEXT);

        var usage = OfflineModels.text().write(request, piece -> {}).usage();

        assertEquals(new ModelUsage("offline/extractive", 3, 2, 0, BigDecimal.ZERO), usage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void aBlankPromptIsRefusedForGood(String prompt) {
        var failure = assertThrows(PortFailure.Permanent.class, () -> Texts.write(prompt, OutputFormat.TEXT));

        assertEquals(PortFailure.Service.TEXT_MODEL, failure.service());
        assertEquals("offline/extractive: the prompt is empty", failure.getMessage());
    }

    @Test
    void aTextHasNoFields() {
        assertEquals(
                ObjectValue.EMPTY, Texts.write(Texts.ENGLISH, OutputFormat.TEXT).fields());
    }
}
