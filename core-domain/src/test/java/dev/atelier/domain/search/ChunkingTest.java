package dev.atelier.domain.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.search.BlockKind.Body;
import dev.atelier.domain.search.BlockKind.Heading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunkingTest {

    private final ExtractedText.Builder text = new ExtractedText.Builder();

    @Test
    void no_text_has_no_chunks() {
        assertEquals(List.of(), chunks());
    }

    @Test
    void a_short_text_is_one_chunk() {
        text.add(Body.PARAGRAPH, "Tea is hot.", 0).add(Body.LIST, "- green\n- black", 0);

        assertEquals(
                List.of(new Chunk("Tea is hot.\n\n- green\n- black", 0, 28, Optional.empty(), List.of())), chunks());
    }

    @Test
    void a_heading_begins_a_chunk_and_is_remembered_below() {
        text.add(new Heading(1), "Drinks", 0)
                .add(new Heading(2), "Hot  ones", 0)
                .add(Body.PARAGRAPH, "Tea.", 0)
                .add(new Heading(2), "Cold ones", 0)
                .add(Body.PARAGRAPH, "Beer.", 0);

        assertEquals(
                List.of("Drinks\n\nHot  ones\n\nTea.", "Cold ones\n\nBeer."),
                chunks().stream().map(Chunk::text).toList());
        assertEquals(
                List.of(List.of("Drinks", "Hot ones"), List.of("Drinks", "Cold ones")),
                chunks().stream().map(Chunk::headings).toList());
    }

    @Test
    void headings_with_nothing_below_them_are_chunks_of_their_own() {
        text.add(new Heading(1), "One", 0).add(new Heading(1), "Two", 0);

        assertEquals(List.of("One", "Two"), chunks().stream().map(Chunk::text).toList());
    }

    @Test
    void a_page_begins_a_chunk() {
        text.add(Body.PARAGRAPH, "First.", 1).add(Body.PARAGRAPH, "Second.", 3);

        assertEquals(
                List.of(Optional.of(1), Optional.of(3)),
                chunks().stream().map(Chunk::page).toList());
        assertEquals("Second.", chunks().getLast().text());
    }

    @Test
    void a_long_paragraph_is_cut_between_sentences_and_overlaps_by_whole_ones() {
        text.add(Body.PARAGRAPH, "The tea is hot and it is green. ".repeat(200), 0);

        var chunks = chunks();

        assertTrue(chunks.size() > 4 && chunks.size() < 10, () -> chunks.size() + " chunks");
        for (var chunk : chunks) {
            assertTrue(chunk.text().startsWith("The tea") && chunk.text().endsWith("green."), chunk.text());
        }
        assertTrue(chunks.get(1).start() < chunks.get(0).end());
    }

    @Test
    void a_table_that_is_too_long_is_cut_between_rows_and_each_part_names_the_columns() {
        var rows = IntStream.range(0, 200)
                .mapToObj(row -> "tea %d | green | %d".formatted(row, 1000 + row))
                .collect(Collectors.joining("\n"));
        text.add(Body.PARAGRAPH, "Our teas:", 0).add(Body.TABLE, "name | colour | price\n" + rows, 0);

        var chunks = chunks();

        assertEquals("Our teas:", chunks.getFirst().text());
        assertTrue(chunks.size() > 4, () -> chunks.size() + " chunks");
        for (var chunk : chunks.subList(1, chunks.size())) {
            assertTrue(chunk.text().startsWith("name | colour | price\ntea "), chunk.text());
            assertTrue(
                    chunk.text().lines().allMatch(row -> row.matches("\\w+( \\d+)? \\| \\w+ \\| \\w+")), chunk.text());
        }
    }

    @Test
    void a_short_table_stays_with_what_is_said_of_it() {
        text.add(Body.PARAGRAPH, "Our teas:", 0).add(Body.TABLE, "name | price\ngreen | 3", 0);

        assertEquals(1, chunks().size());
    }

    @Test
    void a_very_long_text_takes_no_long_time() {
        var random = new Random(1);
        for (var content : List.of(
                "x".repeat(300_000),
                ". ".repeat(150_000),
                "\n|".repeat(150_000).strip(),
                "a.b(\"' ".repeat(40_000),
                RandomText.paragraph(random, 50_000))) {
            for (var kind : List.of(Body.PARAGRAPH, Body.TABLE, Body.LIST, Body.CODE, new Heading(1))) {
                text.add(kind, content, 0);
            }
        }

        assertTimeout(Duration.ofSeconds(30), this::chunks);
    }

    private List<Chunk> chunks() {
        return Chunking.of(text.build());
    }
}
