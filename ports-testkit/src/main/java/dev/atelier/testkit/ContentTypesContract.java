package dev.atelier.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.atelier.port.out.file.ContentTypes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of {@link ContentTypes}. */
public abstract class ContentTypesContract {

    private static final String UNKNOWN = "application/octet-stream";
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final byte[] PNG =
            ("\u0089PNG\r\n\u001a\n" + "\0\0\0\rIHDR").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    private static final byte[] ZIP = {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0, 0, 0};
    private static final byte[] HTML =
            "<!DOCTYPE html><html><body><script>alert(1)</script></body></html>".getBytes(UTF_8);
    private static final byte[] SVG =
            "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>".getBytes(UTF_8);
    private static final byte[] TEXT = "Cocoa and orange: S\u00e3o Tom\u00e9 \ud83d\ude00\n".getBytes(UTF_8);
    private static final byte[] BINARY = {1, 0, 2, (byte) 0xfe, 0, 3, (byte) 0x80, 0, 9};

    /** The adapter under test. */
    protected abstract ContentTypes types();

    @Test
    void whatSaysNothingOfItselfIsWhatItsBytesSay() {
        assertEquals(Optional.of("image/png"), types().decide(UNKNOWN, PNG));
        assertEquals(Optional.of("text/html"), types().decide(UNKNOWN, HTML));
        assertEquals(Optional.of("image/svg+xml"), types().decide(UNKNOWN, SVG));
        assertEquals(Optional.of("text/plain"), types().decide(UNKNOWN, TEXT));
        assertEquals(Optional.of(UNKNOWN), types().decide(UNKNOWN, BINARY));
        assertEquals(Optional.of(UNKNOWN), types().decide(UNKNOWN, new byte[0]));
    }

    @Test
    void whatItWasSaidToBeItIsInTheWordsOfTheUploader() {
        assertEquals(Optional.of("image/png"), types().decide("image/png", PNG));
        assertEquals(Optional.of("text/html;charset=utf-8"), types().decide("text/html;charset=utf-8", HTML));
        assertEquals(Optional.of("text/plain; charset=UTF-8"), types().decide("text/plain; charset=UTF-8", TEXT));
    }

    @Test
    void whatBytesCannotTellIsTakenAtTheWordOfTheUploader() {
        assertEquals(Optional.of("text/markdown"), types().decide("text/markdown", TEXT));
        assertEquals(Optional.of("text/csv"), types().decide("text/csv", TEXT));
        assertEquals(Optional.of("application/json"), types().decide("application/json", "{\"a\":1}".getBytes(UTF_8)));
        assertEquals(Optional.of("application/yaml"), types().decide("application/yaml", TEXT));
        assertEquals(Optional.of(OFFICE), types().decide(OFFICE, ZIP));
        assertEquals(Optional.of("application/x-own"), types().decide("application/x-own", BINARY));
        assertEquals(Optional.of("text/plain"), types().decide("text/plain", "x".getBytes(UTF_8)));
    }

    @Test
    void aSpecialCaseOfWhatWasSaidIsThat() {
        assertEquals(Optional.of("text/html"), types().decide("text/plain", HTML));
        assertEquals(Optional.of("image/svg+xml"), types().decide("text/plain", SVG));
        assertEquals(Optional.of("image/svg+xml"), types().decide("application/xml", SVG));
    }

    @Test
    void whatIsSomethingElseIsNotTaken() {
        for (var type : List.of("image/jpeg", "text/plain", "application/pdf", "video/mp4", "text/html", OFFICE)) {
            assertEquals(Optional.empty(), types().decide(type, PNG), type);
        }
        for (var type : List.of("image/png", "application/pdf", "audio/mpeg")) {
            for (var bytes : List.of(HTML, TEXT, BINARY, ZIP, new byte[0])) {
                assertEquals(Optional.empty(), types().decide(type, bytes), type);
            }
        }
        assertEquals(Optional.empty(), types().decide("text/plain", BINARY));
        assertEquals(Optional.empty(), types().decide("text/plain", ZIP));
    }

    @Test
    void bytesAloneSayTheirTypeWithoutParameters() {
        assertEquals("image/png", types().detect(PNG));
        assertEquals("text/plain", types().detect(TEXT));
        assertEquals(UNKNOWN, types().detect(BINARY));
    }
}
