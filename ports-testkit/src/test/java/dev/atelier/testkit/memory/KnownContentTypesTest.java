package dev.atelier.testkit.memory;

import dev.atelier.port.out.file.ContentTypes;
import dev.atelier.testkit.ContentTypesContract;

final class KnownContentTypesTest extends ContentTypesContract {

    @Override
    protected ContentTypes types() {
        return InMemoryAdapters.create().contentTypes();
    }
}
