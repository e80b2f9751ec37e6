package dev.atelier.domain.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.search.BlockKind.Body;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExtractedTextTest {

    @Test
    void a_builder_keeps_offsets_and_pages() {
        var text = new ExtractedText.Builder()
                .add(Body.PARAGRAPH, "  Olá. \n", 1)
                .add(Body.PARAGRAPH, " \n ", 1)
                .add(Body.CODE, "a\n  b", 2)
                .build();

        assertEquals("Olá.\n\na\n  b", text.text());
        assertEquals(List.of(block(Body.PARAGRAPH, 0, 4, 1), block(Body.CODE, 6, 11, 2)), text.blocks());
        assertEquals("a\n  b", text.textOf(text.blocks().getLast()));
    }

    @Test
    void what_no_encoding_takes_is_taken_out() {
        assertEquals(
                "a🎨b\uFFFD",
                new ExtractedText.Builder()
                        .add(Body.PARAGRAPH, "a\0🎨b\uD83C", 0)
                        .build()
                        .text());
    }

    @Test
    void a_text_is_its_blocks_and_nothing_else() {
        for (var blocks : List.of(
                List.<Block>of(),
                List.of(block(Body.PARAGRAPH, 0, 1, 1)),
                List.of(block(Body.PARAGRAPH, 0, 3, 1)),
                List.of(block(Body.PARAGRAPH, 0, 4, 1), block(Body.PARAGRAPH, 6, 7, 1)),
                List.of(block(Body.PARAGRAPH, 0, 1, 1), block(Body.PARAGRAPH, 2, 4, 1)),
                List.of(block(Body.PARAGRAPH, 0, 1, 1), block(Body.PARAGRAPH, 3, 5, 1)))) {
            assertThrows(IllegalArgumentException.class, () -> new ExtractedText("a\n\nb", blocks), blocks::toString);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new ExtractedText("a\0", List.of(block(Body.PARAGRAPH, 0, 2, 1))));
        assertTrue(new ExtractedText("", List.of()).blocks().isEmpty());
    }

    @Test
    void blocks_are_somewhere() {
        assertThrows(IllegalArgumentException.class, () -> block(Body.LIST, 3, 3, 1));
        assertThrows(IllegalArgumentException.class, () -> block(Body.LIST, -1, 3, 1));
        assertThrows(IllegalArgumentException.class, () -> block(Body.LIST, 1, 3, 0));
        assertThrows(IllegalArgumentException.class, () -> new BlockKind.Heading(7));
    }

    private static Block block(BlockKind kind, int start, int end, int page) {
        return new Block(kind, start, end, Optional.of(page));
    }
}
