package dev.atelier.port.out.search;

import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.search.ExtractedText;
import java.io.InputStream;

/**
 * Reads the text of documents. Whatever a file holds, a call takes a bounded time and a bounded amount of this process's memory, and ends
 * in one of the two outcomes: no file takes the process down, or keeps it from reading others.
 */
public interface TextExtractor {

    /** The largest file that is read, in bytes. */
    long FILE_MAX_BYTES = 100L * 1024 * 1024;

    /** The longest text, in characters (UTF-16 units). */
    int TEXT_MAX = 5_000_000;

    /** The most pages. */
    int PAGES_MAX = 2_000;

    /**
     * Reads the text of a file. The same bytes have the same text. Of HTML it is what a reader sees of its content: no scripts,
     * styles or navigation. Images have none. May be called again at any time; nothing is kept.
     *
     * <p>A call ends within minutes by itself, and promptly when its thread is interrupted; then it throws with the thread's interrupt status set.
     *
     * @param type what the file is said to be; it may be anything
     * @param file its bytes; neither closed nor, when it is too large, read to their end
     * @throws java.io.UncheckedIOException when {@code file} itself fails
     * @throws dev.atelier.port.PortFailure.Retryable when it was interrupted, or this machine has no room for it now
     */
    Extraction extract(MediaType type, InputStream file);

    /** What came of it. */
    sealed interface Extraction {

        /**
         * There is a text.
         *
         * @param text not empty, at most {@value TextExtractor#TEXT_MAX} characters; its blocks have pages, up to {@value TextExtractor#PAGES_MAX},
         *     when the format has (PDF alone)
         */
        record Extracted(ExtractedText text) implements Extraction {}

        /** There is none, and will be none of these bytes. */
        record Refused(Reason reason) implements Extraction {}
    }

    /** Why a file has no text. */
    enum Reason {
        ENCRYPTED("The file is protected by a password. Remove the protection and upload it again."),
        BROKEN("The file is damaged, or is not of the type that it was uploaded as."),
        TOO_LARGE("The file is too large or too complicated to be read. Split it into several files."),
        TOO_MANY_PAGES("The file has more than 2,000 pages. Split it into several files."),
        NO_TEXT("There is no text in the file. If its pages are pictures (a scan), have their text recognised first."),
        TOO_SLOW("Reading the file took too long. Split it into several files, or save it in a simpler format.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** What to tell the owner of the file: what is wrong, and how to mend it. */
        public String sentence() {
            return sentence;
        }
    }
}
