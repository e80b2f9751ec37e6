package dev.atelier.testkit.memory;

import dev.atelier.port.out.file.Thumbnailer;
import dev.atelier.testkit.ThumbnailerContract;

final class CopyingThumbnailerTest extends ThumbnailerContract {

    @Override
    protected Thumbnailer thumbnailer() {
        return InMemoryAdapters.create().thumbnailer();
    }
}
