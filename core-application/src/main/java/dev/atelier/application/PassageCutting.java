package dev.atelier.application;

import dev.atelier.domain.document.Document;
import dev.atelier.domain.search.Chunk;
import dev.atelier.domain.search.Chunking;
import dev.atelier.domain.search.Location;
import dev.atelier.domain.search.Passage;
import dev.atelier.domain.search.TextAlignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes passages of a text that was read, each with its place in what the document's owner sees. */
final class PassageCutting {

    private PassageCutting() {}

    static List<Passage> of(Document document, ReadDocument read) {
        var places = TextAlignment.of(read.text().text(), read.source());
        int shift = read.source().length() - read.content().length(); // a picture's title stands before its content
        var passages = new ArrayList<Passage>();
        for (var chunk : Chunking.of(read.text())) {
            passages.add(new Passage(
                    document.id(),
                    document.details().title(),
                    passages.size(),
                    chunk.text(),
                    location(chunk, places, shift)));
        }
        return passages;
    }

    private static Location location(Chunk chunk, TextAlignment places, int shift) {
        int start = Math.max(0, places.start(chunk.start()) - shift);
        int end = Math.max(start, places.end(chunk.end()) - shift);
        var page = chunk.page().map(OptionalInt::of).orElse(OptionalInt.empty());
        var heading = Optional.of(String.join(" \u203a ", chunk.headings())).filter(text -> !text.isEmpty());
        return new Location(page, heading, start, end);
    }
}
