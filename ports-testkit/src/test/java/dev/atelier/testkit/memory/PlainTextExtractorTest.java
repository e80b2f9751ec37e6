package dev.atelier.testkit.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.atelier.domain.document.MediaType;
import dev.atelier.port.out.search.TextExtractor;
import dev.atelier.port.out.search.TextExtractor.Extraction.Extracted;
import dev.atelier.testkit.TextExtractorContract;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlainTextExtractorTest extends TextExtractorContract {

    @Override
    protected TextExtractor extractor() {
        return InMemoryAdapters.create().textExtractor();
    }

    @Test
    void pagesOfAPdfAreDividedByFormFeeds() {
        var file = new ByteArrayInputStream("%PDF-# Tea\n\nHot.\fCold.".getBytes(UTF_8));

        var text = assertInstanceOf(Extracted.class, extractor().extract(MediaType.PDF, file))
                .text();

        assertEquals("Tea\n\nHot.\n\nCold.", text.text());
        assertEquals(
                List.of(Optional.of(1), Optional.of(1), Optional.of(2)),
                text.blocks().stream().map(block -> block.page()).toList());
    }
}
