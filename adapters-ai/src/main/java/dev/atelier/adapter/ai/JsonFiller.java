package dev.atelier.adapter.ai;

import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ListValue;
import dev.atelier.domain.value.Value.NullValue;
import dev.atelier.domain.value.Value.ObjectValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts a draft into the places of an object, by what their names promise. */
final class JsonFiller {

    private static final Pattern TITLE =
            Pattern.compile("(?!sub).*(?:title|headline|titulo|manchete|subject|assunto|heading)|name|nome");
    private static final Pattern KEYWORDS = Pattern.compile(".*(?:tag|keyword|palavras_?-?chave).*");
    private static final Pattern WHOLE = Pattern.compile(
            ".*(?:content|body|text|texto|corpo|conteudo|descri|copy|article|artigo|answer|resposta).*");
    private static final Pattern LIST = Pattern.compile(
            ".*(?:points|bullets|items|highlights|benefits|features|topicos|itens|beneficios|pontos|destaques)");
    private static final int ITEMS = 4;
    private static final int OBJECTS = 2;

    private final Draft draft;
    private final int longestText;
    private int sentencesUsed;

    /** @param longestText how many characters each text may have */
    JsonFiller(Draft draft, int longestText) {
        this.draft = draft;
        this.longestText = longestText;
    }

    ObjectValue fill(ObjectValue example) {
        var filled = new LinkedHashMap<String, Value>();
        example.fields().forEach((name, shown) -> filled.put(name, value(Words.fold(name), shown)));
        return new ObjectValue(filled);
    }

    private Value value(String name, Value shown) {
        return switch (shown) {
            case ObjectValue object -> fill(object);
            case ListValue list -> list(name, list);
            case Value.NumberValue ignored -> NullValue.NULL; // a number or a decision is nothing that can be extracted
            case Value.BoolValue ignored -> NullValue.NULL;
            case Value.StringValue ignored -> text(string(name));
            case NullValue ignored -> free(name);
        };
    }

    /** What fits a name of which nobody has said whether it holds one text or several. */
    private Value free(String name) {
        if (KEYWORDS.matcher(name).matches() && name.endsWith("s")) {
            return texts(draft.keywords());
        }
        return LIST.matcher(name).matches() ? sentences() : text(string(name));
    }

    private String string(String name) {
        if (KEYWORDS.matcher(name).matches()) {
            return String.join(", ", draft.keywords());
        }
        if (TITLE.matcher(name).matches()) {
            return draft.title();
        }
        return WHOLE.matcher(name).matches() ? TextLayout.paragraphs(draft.sentences()) : nextSentence();
    }

    private Value list(String name, ListValue shown) {
        if (!shown.values().isEmpty() && shown.values().getFirst() instanceof ObjectValue item) {
            return Value.of(Stream.generate(() -> fill(item)).limit(OBJECTS).toList());
        }
        return KEYWORDS.matcher(name).matches() ? texts(draft.keywords()) : sentences();
    }

    private Value sentences() {
        var most = draft.rest().isEmpty() ? draft.sentences() : draft.rest();
        return texts(most.stream().limit(ITEMS).toList());
    }

    private String nextSentence() {
        return draft.sentences().get(sentencesUsed++ % draft.sentences().size());
    }

    private Value texts(List<String> texts) {
        return Value.of(texts.stream().map(this::text).toList());
    }

    private Value text(String text) {
        return Value.of(PlainText.cut(text, longestText));
    }
}
