package dev.atelier.adapter.ai;

import dev.atelier.domain.workflow.OutputFormat;
import dev.atelier.port.out.run.TextModel;
import dev.atelier.port.out.run.TextModel.Request;
import dev.atelier.port.out.run.TextModel.Text;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/** Requests to the text model, and prompts to make them with. */
final class Texts {

    static final String ENGLISH = """
            Write a short launch announcement about the Aurora espresso machine, in a friendly tone.

            Context: The Aurora espresso machine heats up in 20 seconds. Dr. Silva designed it in Porto with three engineers. \
            Small offices love the machine because it needs no plumbing. Each machine is built from recycled aluminium. \
            The water tank holds 1.8 litres, enough for thirty cups. Bicycles are stored behind the factory. \
            The machine costs 249 euros and ships from March.

            Write it in English. Do not invent facts.
            """;

    static final String PORTUGUESE = """
            Você é um redator experiente. Escreva um anúncio sobre o café da Serra Azul em tom acolhedor.

            Contexto:
            - O café da Serra Azul é colhido à mão a 1.200 metros de altitude
            - As famílias da cooperativa cuidam da terra há quatro gerações
            - A torra média realça notas de chocolate e laranja
            - Cada pacote traz a data da torra e o nome do produtor
            """;

    private static final TextModel MODEL = OfflineModels.text();

    private Texts() {}

    static Text write(String prompt, OutputFormat format) {
        return MODEL.write(request(prompt, format, OptionalInt.empty()), piece -> {});
    }

    static Text write(String prompt, OutputFormat format, int maxTokens) {
        return MODEL.write(request(prompt, format, OptionalInt.of(maxTokens)), piece -> {});
    }

    static Request request(String prompt, OutputFormat format, OptionalInt maxTokens) {
        return new Request(
                prompt,
                "You are a pirate called Zanzibar.",
                Optional.empty(),
                new BigDecimal("0.7"),
                maxTokens,
                format);
    }
}
