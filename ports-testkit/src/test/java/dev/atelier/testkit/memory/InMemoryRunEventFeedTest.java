package dev.atelier.testkit.memory;

import dev.atelier.port.out.run.RunEventFeed;
import dev.atelier.testkit.RunEventFeedContract;

final class InMemoryRunEventFeedTest extends RunEventFeedContract {

    private final RunEventFeed feed = new InMemoryRunEventFeed();

    @Override
    protected RunEventFeed publisher() {
        return feed;
    }

    @Override
    protected RunEventFeed watcher() {
        return feed;
    }
}
