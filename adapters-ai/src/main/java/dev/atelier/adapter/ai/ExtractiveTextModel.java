package dev.atelier.adapter.ai;

import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.search.AnswerPrompt;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.out.run.TextModel;
import java.math.BigDecimal;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Composes an answer out of the sentences of the prompt. */
final class ExtractiveTextModel implements TextModel {

    private static final Pattern WORD_AND_BLANKS = Pattern.compile("\\s*\\S{1,200}\\s*");

    @Override
    public Text write(Request request, Consumer<String> onToken) {
        if (request.prompt().isBlank()) {
            throw new PortFailure.Permanent(Service.TEXT_MODEL, OfflineModels.TEXT_NAME + ": the prompt is empty");
        }
        var written = compose(request);
        WORD_AND_BLANKS.matcher(written.content()).results().forEach(piece -> onToken.accept(piece.group()));
        return new Text(written.content(), written.fields(), usage(request, written.content()));
    }

    private static Written compose(Request request) {
        int limit = request.maxTokens().isPresent()
                ? Tokens.characters(request.maxTokens().getAsInt())
                : Integer.MAX_VALUE;
        var prompt = PlainText.clean(request.prompt());
        return switch (request.format()) {
            case TEXT ->
                AnswerPrompt.read(prompt)
                        .map(asked -> new Written(PlainText.cut(QuotingAnswer.of(asked), limit), ObjectValue.EMPTY))
                        .orElseGet(() -> TextLayout.lay(Draft.of(Brief.read(prompt)), limit));
            case MARKDOWN -> {
                var brief = Brief.read(prompt);
                yield MarkdownLayout.lay(Draft.of(brief), WishedNames.ofHeadings(brief), limit);
            }
            case JSON -> {
                var shape = JsonShape.find(prompt);
                var brief = Brief.read(shape.promptWithout());
                yield JsonLayout.lay(Draft.of(brief), shape.orNamedIn(brief), limit);
            }
        };
    }

    private static ModelUsage usage(Request request, String content) {
        return new ModelUsage(
                OfflineModels.TEXT_NAME,
                Tokens.count(request.systemPrompt()) + Tokens.count(request.prompt()),
                Tokens.count(content),
                0,
                BigDecimal.ZERO);
    }
}
