package dev.atelier.adapter.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.atelier.port.out.file.ContentTypes;
import dev.atelier.testkit.ContentTypesContract;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TikaContentTypesTest extends ContentTypesContract {

    private static final String UNKNOWN = "application/octet-stream";

    @Override
    protected ContentTypes types() {
        return MediaAdapter.contentTypes();
    }

    private static final String MP4 = "\u0000\u0000\u0000\u0018ftypmp42\u0000\u0000\u0002\u0000isommp42";
    private static final String OFFICE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    @Test
    void signaturesAreKnown() {
        var heads = Map.of(
                "RIFF\u0010\u0000\u0000\u0000WEBPVP8 ",
                "image/webp",
                "GIF89a\u0001\u0000",
                "image/gif",
                "\u00ff\u00d8\u00ff\u00e0",
                "image/jpeg",
                "%PDF-1.7",
                "application/pdf",
                "ID3\u0003\u0000\u0000",
                "audio/mpeg",
                MP4,
                "video/mp4",
                "\u001f\u008b\u0008\u0000",
                "application/gzip",
                "{\\rtf1",
                "application/rtf",
                "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>",
                "application/xhtml+xml",
                "<?xml version='1.0'?><a/>",
                "application/xml");

        heads.forEach((head, type) -> assertEquals(type, types().detect(head.getBytes(ISO_8859_1))));
    }

    @Test
    void whatClientsCallThingsIsUnderstood() {
        var named = Map.of(
                "image/jpg", "\u00ff\u00d8\u00ff\u00e0",
                "application/x-zip-compressed", "PK\u0003\u0004",
                "application/msword", OFFICE,
                "text/markdown", "<h1 align=center>Title</h1>",
                "text/css", "body { color: red }",
                "application/javascript", "alert(1)",
                "audio/mp4", MP4);

        named.forEach((declared, head) ->
                assertEquals(Optional.of(declared), types().decide(declared, head.getBytes(ISO_8859_1)), declared));
    }

    @Test
    void anArchiveIsNoPictureAndAProgramIsNoText() {
        var program = "\u007fELF\u0002\u0001\u0001\u0000".getBytes(ISO_8859_1);

        assertEquals(Optional.empty(), types().decide("image/webp", "PK\u0003\u0004".getBytes(ISO_8859_1)));
        assertEquals(Optional.empty(), types().decide("text/plain", program));
        assertEquals(Optional.empty(), types().decide("application/pdf", program));
    }

    @Test
    void namesThatNobodyElseKnowsAreNotGiven() {
        assertEquals(Optional.of(UNKNOWN), types().decide(UNKNOWN, OFFICE.getBytes(ISO_8859_1)));
    }

    @Test
    void textOfAnyLanguageIsText() {
        for (var text : new String[] {"S\u00e3o Tom\u00e9", "\u6587\u5b57", "\u05e9\u05dc\u05d5\u05dd", "a"}) {
            assertEquals("text/plain", types().detect(text.repeat(100).getBytes(UTF_8)));
        }
    }
}
