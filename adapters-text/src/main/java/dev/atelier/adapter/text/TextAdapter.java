package dev.atelier.adapter.text;

import dev.atelier.port.out.search.TextExtractor;

/** Reads documents on this machine. Nothing is loaded before it is first asked. */
public final class TextAdapter {

    private TextAdapter() {}

    /**
     * An extractor that reads what is more than a small text in a process of its own, which starts with this one's class
     * path, its Java and little memory, and is ended when it takes too long: whatever a hostile file does is done to that.
     * It needs {@code java.io.tmpdir} to be writable, and leaves nothing there. Safe for use by many threads.
     */
    public static TextExtractor extractor(TextSettings settings) {
        return new IsolatedExtractor(settings);
    }
}
