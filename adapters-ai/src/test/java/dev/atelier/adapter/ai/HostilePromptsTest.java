package dev.atelier.adapter.ai;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.workflow.AspectRatio;
import dev.atelier.domain.workflow.OutputFormat;
import dev.atelier.port.out.run.ImageModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostilePromptsTest {

    /** Many times what it takes, for machines that have other things to do, and far below what a quadratic step takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MEGABYTE = 1 << 20;

    static Stream<String> prompts() {
        return Stream.of(
                "?!...,,,;;;:::---",
                "\ud800 write \udc00 about \ud83d",
                "\0\u0007\u001b[31mred\u2028line",
                "{\"a\":",
                "{".repeat(2_000) + "\"",
                "{\"a\":".repeat(700) + "1" + "}".repeat(700),
                "Write about '{0}' {1} ${x} %s %d \\",
                "# # # - - - 1. 2. 3.",
                "Context:",
                "Write:",
                "日本語の文章。これは二番目の文です。",
                "كتابة نص عن القهوة.");
    }

    static Stream<String> largePrompts() {
        return Stream.of(
                "a".repeat(MEGABYTE),
                "word ".repeat(MEGABYTE / 5),
                "- ".repeat(MEGABYTE / 2),
                "a-".repeat(MEGABYTE / 2),
                "A. ".repeat(MEGABYTE / 3),
                "x\n".repeat(MEGABYTE / 2),
                "   ".repeat(MEGABYTE / 3) + "x",
                "\n".repeat(MEGABYTE) + "x",
                ".".repeat(MEGABYTE),
                "\"".repeat(MEGABYTE),
                "{\"a\":".repeat(MEGABYTE / 5),
                "write about: ".repeat(MEGABYTE / 13),
                "\ud83d\ude00".repeat(MEGABYTE / 2),
                "e\u0301".repeat(MEGABYTE / 2),
                sentences(MEGABYTE));
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void anyPromptGetsAWellFormedAnswerInEveryFormat(String prompt) {
        for (var format : OutputFormat.values()) {
            var content = Texts.write(prompt, format).content();

            assertFalse(content.isBlank());
            assertTrue(isWellFormed(content), content);
        }
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void anyPromptGetsAPicture(String prompt) {
        assertDoesNotThrow(() -> paint(prompt));
    }

    @ParameterizedTest
    @MethodSource("largePrompts")
    void aMegabyteIsAnsweredSoonAndBriefly(String prompt) {
        for (var format : List.of(OutputFormat.TEXT, OutputFormat.JSON)) {
            var text = assertTimeout(PATIENCE, () -> Texts.write(prompt, format));

            assertTrue(text.content().length() < 10_000, () -> text.content().length() + " characters");
        }
    }

    @Test
    void aMegabyteIsPaintedSoon() {
        var prompt = sentences(MEGABYTE);

        assertTimeout(PATIENCE, () -> paint(prompt));
    }

    @Test
    void theMostRelevantSentenceIsFoundWhereverItStands() {
        var haystack = sentences(MEGABYTE / 4);
        var needle = "The lighthouse of Nazaré was painted red by volunteers.";

        var content = Texts.write(
                        "Write about the lighthouse of Nazaré.\n\nContext: " + haystack + needle + " " + haystack,
                        OutputFormat.TEXT)
                .content();

        assertTrue(content.startsWith(needle), content);
    }

    private static ImageModel.Image paint(String prompt) {
        return OfflineModels.image()
                .paint(new ImageModel.Request(prompt, Optional.empty(), AspectRatio.WIDE, "", prompt));
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    private static String sentences(int length) {
        var dice = new SplittableRandom(7);
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append("Sentence");
            for (int word = 0; word < 12; word++) {
                text.append(' ').append(Long.toString(dice.nextLong(5_000), 36)).append("word");
            }
            text.append(". ");
        }
        return text.toString();
    }
}
