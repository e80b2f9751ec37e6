package dev.atelier.adapter.text;

import dev.atelier.domain.document.MediaType;
import dev.atelier.port.PortFailure.Retryable;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.out.search.TextExtractor;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Puts a file on the disk, and has it read in another process unless it is a small text, which can do no harm. */
final class IsolatedExtractor implements TextExtractor {

    private static final Set<MediaType> TEXTS = EnumSet.of(MediaType.TEXT, MediaType.MARKDOWN, MediaType.HTML);
    private static final long SMALL_BYTES = 64 * 1024;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final JavaProcess process;
    private final Semaphore turns;

    IsolatedExtractor(TextSettings settings) {
        process = new JavaProcess(settings);
        turns = new Semaphore(settings.processes(), true);
    }

    @Override
    public Extraction extract(MediaType type, InputStream file) {
        if (type == MediaType.IMAGE) {
            return new Extraction.Refused(Reason.NO_TEXT);
        }
        try (var folder = ScratchFolder.create()) {
            long size = new Spool(file).writeTo(folder.file());
            if (size > FILE_MAX_BYTES) {
                return new Extraction.Refused(Reason.TOO_LARGE);
            }
            return size <= SMALL_BYTES && TEXTS.contains(type)
                    ? Reading.of(type, folder.file())
                    : readElsewhere(type, folder);
        } catch (IOException e) {
            throw Retryable.unavailable(Service.TEXT_EXTRACTOR, "a temporary file could not be used: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Retryable.unavailable(Service.TEXT_EXTRACTOR, "reading was interrupted", e);
        }
    }

    private Extraction readElsewhere(MediaType type, ScratchFolder folder) throws IOException, InterruptedException {
        if (!turns.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
            throw Retryable.busy(Service.TEXT_EXTRACTOR, "too many files are being read", LATER);
        }
        try {
            return process.read(type, folder);
        } finally {
            turns.release();
        }
    }
}
