package dev.atelier.example;

import dev.atelier.adapter.ai.OfflineModels;
import dev.atelier.application.OutboundPorts;
import dev.atelier.json.template.BuiltInTemplates;
import dev.atelier.port.out.job.JobObserver;
import dev.atelier.port.out.search.Embedders;
import dev.atelier.testkit.memory.HashingEmbedder;
import dev.atelier.testkit.memory.InMemoryAdapters;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What the core needs, with nothing outside of this process: the adapters of the test kit, and the offline models. */
final class Memory {

    private Memory() {}

    static OutboundPorts ports(InMemoryAdapters adapters) {
        return new OutboundPorts(
                adapters.transactions(),
                adapters.users(),
                adapters.projects(),
                adapters.documents(),
                adapters.files(),
                adapters.fileInventory(),
                adapters.blobs(),
                adapters.contentTypes(),
                adapters.thumbnailer(),
                adapters.workflows(),
                adapters.runs(),
                adapters.runEventFeed(),
                adapters.jobs(),
                adapters.jobRecords(),
                adapters.jobSignal(),
                JobObserver.NOBODY,
                adapters.idempotency(),
                adapters.passages(),
                adapters.textExtractor(),
                Embedders.only(new HashingEmbedder()),
                OfflineModels.text(),
                OfflineModels.image(),
                OfflineModels.catalog(),
                adapters.callLedger(),
                Optional.of(OfflineModels.webSearch()),
                Optional.empty(),
                BuiltInTemplates.all(),
                List.of(adapters.healthProbe()),
                InstantSource.system());
    }
}
