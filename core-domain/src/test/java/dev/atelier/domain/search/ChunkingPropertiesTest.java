package dev.atelier.domain.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.search.BlockKind.Body;
import dev.atelier.domain.search.BlockKind.Heading;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for the chunks of every text. A failure names its seed. */
class ChunkingPropertiesTest {

    private static final int CASES = 150;

    @Test
    void offsets_are_those_of_the_text() {
        eachChunk((text, chunk) -> {
            var excerpt = text.text().substring(chunk.start(), chunk.end());
            assertEquals(excerpt.strip(), excerpt);
            assertTrue(chunk.text().endsWith(excerpt));
            var before = chunk.text().substring(0, chunk.text().length() - excerpt.length());
            assertTrue(before.isEmpty() || isFirstRowOfTheTable(before, text, chunk), before);
        });
    }

    private static boolean isFirstRowOfTheTable(String before, ExtractedText text, Chunk chunk) {
        return text.blocks().stream()
                .filter(block -> block.start() < chunk.start() && chunk.end() <= block.end())
                .anyMatch(block -> block.kind() == Body.TABLE && text.text().startsWith(before, block.start()));
    }

    @Test
    void all_of_a_text_is_in_its_chunks() {
        for (int seed = 0; seed < CASES; seed++) {
            var text = new RandomText(new Random(seed)).any();
            var covered = new BitSet();
            Chunking.of(text).forEach(chunk -> covered.set(chunk.start(), chunk.end()));

            for (int i = covered.nextClearBit(0); i < text.text().length(); i = covered.nextClearBit(i + 1)) {
                assertTrue(Character.isWhitespace(text.text().charAt(i)), "seed " + seed + " at " + i);
            }
        }
    }

    @Test
    void chunks_come_in_order_and_overlap_a_little() {
        for (int seed = 0; seed < CASES; seed++) {
            var text = new RandomText(new Random(seed)).any();
            int end = 0;
            int start = -1;
            for (var chunk : Chunking.of(text)) {
                assertTrue(chunk.start() > start && chunk.end() > end, "seed " + seed);
                int shared = Tokens.quarters(text.text(), chunk.start(), Math.max(chunk.start(), end));
                assertTrue(shared <= Chunking.OVERLAP_TOKENS_MAX * Tokens.ONE, "seed " + seed);
                start = chunk.start();
                end = chunk.end();
            }
        }
    }

    @Test
    void no_chunk_is_larger_than_it_may_be() {
        eachChunk((text, chunk) -> {
            int quarters = Tokens.quarters(chunk.text(), 0, chunk.text().length());
            assertTrue(quarters <= Chunking.TOKENS_MAX * Tokens.ONE, () -> quarters + " quarters");
        });
    }

    @Test
    void no_chunk_holds_half_a_character() {
        eachChunk((text, chunk) -> assertTrue(Characters.areClean(chunk.text())));
    }

    @Test
    void a_chunk_is_on_one_page() {
        eachChunk((text, chunk) -> text.blocks().stream()
                .filter(block -> block.start() < chunk.end() && chunk.start() < block.end())
                .forEach(block -> assertEquals(block.page(), chunk.page())));
    }

    @Test
    void a_heading_is_followed_by_deeper_ones_and_begins_its_chunk() {
        eachChunk((text, chunk) -> {
            int above = 0;
            for (var block : text.blocks()) {
                if (block.start() >= chunk.start() && block.start() < chunk.end()) {
                    if (block.kind() instanceof Heading(int level)) {
                        assertTrue(block.start() == chunk.start() || level > above, "a heading inside of a chunk");
                        above = level;
                    } else {
                        above = Heading.LEVEL_MAX;
                    }
                }
            }
        });
    }

    @Test
    void what_is_small_is_not_cut() {
        for (int seed = 0; seed < CASES; seed++) {
            var text = new RandomText(new Random(seed)).any();
            var chunks = Chunking.of(text);
            for (var block : text.blocks()) {
                boolean isSmall = Tokens.quarters(text.text(), block.start(), block.end())
                        <= Chunking.UNCUT_TOKENS_MAX * Tokens.ONE;
                assertTrue(
                        !isSmall
                                || chunks.stream()
                                        .anyMatch(
                                                chunk -> chunk.start() <= block.start() && block.end() <= chunk.end()),
                        "seed " + seed);
            }
        }
    }

    @Test
    void the_same_text_gives_the_same_chunks() {
        for (int seed = 0; seed < 100; seed++) {
            assertEquals(
                    Chunking.of(new RandomText(new Random(seed)).any()),
                    Chunking.of(new RandomText(new Random(seed)).any()));
        }
    }

    @Test
    void a_change_in_one_paragraph_changes_the_chunks_nearby() {
        int changed = 0;
        for (int seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            var paragraphs = new ArrayList<String>();
            for (int i = 0; i < 200; i++) {
                paragraphs.add(RandomText.paragraph(random, 10 + random.nextInt(90)));
            }
            var before = texts(paragraphs);
            paragraphs.set(20, RandomText.paragraph(random, 60));
            var after = texts(paragraphs);
            after.removeAll(new HashSet<>(before));

            assertTrue(before.size() > 50, "seed " + seed + " has " + before.size());
            assertTrue(after.size() <= 20, "seed " + seed + " changes " + after.size());
            changed += after.size();
        }
        assertTrue(changed <= 300, changed + " changes of 100 paragraphs");
    }

    private static List<String> texts(List<String> paragraphs) {
        var text = new ExtractedText.Builder();
        paragraphs.forEach(paragraph -> text.add(Body.PARAGRAPH, paragraph, 0));
        return new ArrayList<>(
                Chunking.of(text.build()).stream().map(Chunk::text).toList());
    }

    @FunctionalInterface
    private interface Promise {
        void check(ExtractedText text, Chunk chunk);
    }

    private static void eachChunk(Promise promise) {
        for (int seed = 0; seed < CASES; seed++) {
            var text = new RandomText(new Random(seed)).any();
            try {
                Chunking.of(text).forEach(chunk -> promise.check(text, chunk));
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
