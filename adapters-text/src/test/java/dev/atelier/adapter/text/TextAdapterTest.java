package dev.atelier.adapter.text;

import dev.atelier.port.out.search.TextExtractor;
import dev.atelier.testkit.TextExtractorContract;

class TextAdapterTest extends TextExtractorContract {

    @Override
    protected TextExtractor extractor() {
        return TextAdapter.extractor(TextSettings.DEFAULT);
    }
}
