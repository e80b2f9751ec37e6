package dev.atelier.adapter.ai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BriefTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Write an ad about a coffee house in a warm tone.| a coffee house",
                "Write three posts about \"Café Aurora\" for Instagram.| Café Aurora",
                "Create a tagline for the Aurora machine, in at most 8 words.| the Aurora machine",
                "Escreva um texto sobre a Serra Azul em tom acolhedor.| a Serra Azul",
                "Crie um slogan para uma padaria de bairro.| uma padaria de bairro",
                "Topic: slow coffee| slow coffee",
                "Tema: café lento| café lento",
                "Write a headline: slow coffee| slow coffee"
            })
    void theTopicIsWhatTheRequestNames(String prompt, String topic) {
        assertEquals(topic, Brief.read(prompt).topic());
    }

    @Test
    void whatStandsBehindALabelIsMaterialUntilTheNextTask() {
        var brief = Brief.read("""
                Write an ad.
                Project context:
                price: 10 euros
                Use the machine daily.

                Tone: friendly and
                warm
                """);

        assertEquals(List.of("price: 10 euros", "Use the machine daily."), brief.material());
        assertEquals(List.of("Write an ad.", "friendly and warm"), brief.requests());
    }

    @Test
    void whatStandsBehindTheColonOfATaskIsMaterial() {
        var brief = Brief.read("Summarize the following text: The house was built in 1920 by two brothers from a small"
                + " village near Porto. It is yellow.");

        assertEquals(
                List.of(
                        "The house was built in 1920 by two brothers from a small village near Porto.",
                        "It is yellow."),
                brief.material());
    }

    @Test
    void sentencesAroundARequestAreMaterialWithoutAnyLabel() {
        var brief = Brief.read("Our bakery opens at seven. Please write an ad for it. What do people like?");

        assertEquals(List.of("Our bakery opens at seven."), brief.material());
    }

    @Test
    void aSentenceThatComesTwiceCountsOnce() {
        assertEquals(
                List.of("It is yellow."),
                Brief.read("It is yellow. It is yellow.").material());
    }

    @Test
    void whatIsAskedForBehindTheMaterialIsNoMaterial() {
        var brief = Brief.read("Write an ad.\n\nContext: It is yellow.\n\nWrite it in English. Do not invent facts.");

        assertEquals(List.of("It is yellow."), brief.material());
    }
}
