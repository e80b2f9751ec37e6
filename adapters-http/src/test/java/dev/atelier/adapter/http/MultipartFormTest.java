package dev.atelier.adapter.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.error.DomainException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartFormTest {

    private static final String TYPE = "multipart/form-data; boundary=frontier";
    private static final String HEAD = "Content-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n";
    private static final String END = "\r\n--frontier--\r\n";

    /** Wherever the network cuts a body, and however much what is in it looks like its end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r",
                "\r\r",
                "a\rb",
                "\r\n",
                "\r\n-",
                "\r\n--",
                "\r\n--frontie",
                "\r\n--frontie\r\n--frontie",
                "\r\r\n--fron\r\n",
                "\n--frontie",
                "x--frontier--",
                "\r\n\r\n--frontie\r"
            })
    void bytesAreTheSameHoweverTheyCome(String content) throws IOException {
        var body = (part(HEAD, content) + "--frontier--\r\n").getBytes(ISO_8859_1);
        for (int first = 1; first < body.length; first++) {
            for (int second = first; second < body.length; second++) {
                var form = new MultipartForm(TYPE, pieces(body, first, second), body.length);

                assertTrue(form.next().isPresent());
                assertEquals(content, new String(form.content().readAllBytes(), ISO_8859_1));
                assertEquals(Optional.empty(), form.next());
            }
        }
    }

    /** However the network cuts it. Where the content looks like a boundary at first, nothing need be said. */
    @ParameterizedTest
    @CsvSource({"1,true", "1000,true", "65536,true", "300000,true", "0,false"})
    void theLengthOfTheLastPartIsKnownBeforeItIsRead(int length, boolean known) throws IOException {
        var content = "x".repeat(length);
        var body = (part(HEAD.replace("file", "other"), "y") + part(HEAD, content) + "--frontier--\r\n")
                .getBytes(ISO_8859_1);
        for (int cut = 1; cut < Math.min(body.length, 400); cut++) {
            var form = new MultipartForm(TYPE, pieces(body, cut, cut), body.length);
            form.next();
            form.next();

            assertEquals(Optional.of((long) length).filter(any -> known), form.likelyLength(body.length));
            assertEquals(content, new String(form.content().readAllBytes(), ISO_8859_1));
        }
    }

    @Test
    void nothingIsKnownOfTheLengthOfAPartWhenTheFormHasNone() throws IOException {
        var form = form(part(HEAD, "x") + "--frontier--\r\n");
        form.next();

        assertEquals(Optional.empty(), form.likelyLength(-1));
        assertEquals("x", new String(form.content().readAllBytes(), ISO_8859_1));
    }

    @Test
    void bytesAreTheSameByteByByte() throws IOException {
        var bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        var form = form(part(HEAD, new String(bytes, ISO_8859_1)) + "--frontier--");

        form.next();
        var content = form.content();
        for (byte expected : bytes) {
            assertEquals(expected & 0xff, content.read());
        }
        assertEquals(-1, content.read());
    }

    @Test
    void whatIsLeftOfAPartIsPassedOver() throws IOException {
        var form = form(part(HEAD, "x".repeat(200_000)) + part(HEAD.replace("file", "next"), "y") + "--frontier--");

        form.next();
        assertEquals('x', form.content().read());
        assertEquals("next", form.next().orElseThrow().name());
        assertArrayEquals("y".getBytes(UTF_8), form.content().readAllBytes());
        assertEquals(Optional.empty(), form.next());
    }

    @Test
    void noMoreIsReadThanIsAskedFor() throws IOException {
        var rest = new ByteArrayInputStream(new byte[1_000_000]);
        var beginning = new ByteArrayInputStream(("--frontier\r\n" + HEAD + "\r\nx").getBytes(UTF_8));
        var form = new MultipartForm(TYPE, new SequenceInputStream(beginning, rest), Long.MAX_VALUE);

        form.next();
        assertEquals('x', form.content().read());
        assertEquals(1_000_000, rest.available());
        assertEquals(0, form.content().read());
        assertEquals(1_000_000 - 64 * 1024, rest.available());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "form-data; name=\"file\"; filename=\"a b.txt\" | a b.txt",
                "FORM-DATA; NAME=file; FILENAME=a.txt | a.txt",
                "form-data; name=file; filename=\"=?UTF-8?B?R3LDvMOfZQ==?=\" | Grüße",
                "form-data; name=file; filename*=UTF-8''Gr%C3%BC%C3%9Fe | Grüße",
                "form-data; name=file; filename | ''",
            })
    void namesOfFilesAreReadAsClientsWriteThem(String disposition, String name) throws IOException {
        var part = form(part("Content-Disposition: " + disposition + "\r\n", "x") + "--frontier--")
                .next()
                .orElseThrow();

        assertEquals("file", part.name());
        assertEquals(Optional.of(name), part.fileName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Type: text/plain\r\n", "Content-Disposition: inline; name=\"file\"\r\n"})
    void aPartWithoutANameHasNone(String head) throws IOException {
        assertEquals(
                "", form(part(head, "x") + "--frontier--").next().orElseThrow().name());
    }

    @Test
    void whatSaysHowItIsEncodedIsTakenAsItIs() throws IOException {
        var form = form(part(HEAD + "Content-Transfer-Encoding: binary\r\n", "x") + "--frontier--");

        assertEquals(Optional.of("binary"), form.next().orElseThrow().header("content-transfer-encoding"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--frontier\r\nno header\r\n\r\nx" + END,
                "--frontier\r\nA: b\u0000\r\n\r\nx" + END,
                "--frontier\r\nA: b\r\n folded\r\n\r\nx" + END,
                "--frontier\r\n: b\r\n\r\nx" + END,
                "--frontier\r\nA: b\r\n\r\nx\r\n--frontierX" + END
            })
    void aMalformedFormIsRefused(String body) {
        var problem =
                assertThrows(ProblemException.class, () -> readAll(form(body))).problem();

        assertEquals(ProblemCode.MALFORMED_REQUEST, problem.code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "--frontier",
                "--frontier\r\n" + HEAD,
                "--frontier\r\n" + HEAD + "\r\nx",
                "--frontier\r\n" + HEAD + "\r\nx\r\n--frontier"
            })
    void aFormThatIsNotWholeIsToldFromOneThatIs(String body) {
        assertThrows(EOFException.class, () -> readAll(form(body)));
    }

    @Test
    void headsAndPartsAreLimited() throws IOException {
        readAll(form(part("A: " + "x".repeat(8_000) + "\r\n", "x") + "--frontier--"));
        readAll(form(part(HEAD, "x").repeat(1000) + "--frontier--"));

        for (var tooMuch : List.of(
                part("A: " + "x".repeat(8_192) + "\r\n", "x"), part(HEAD, "x").repeat(1001))) {
            assertThrows(ProblemException.class, () -> readAll(form(tooMuch + "--frontier--")));
        }
    }

    @Test
    void theWholeBodyIsLimited() throws IOException {
        var body = (part(HEAD, "x".repeat(100_000)) + "--frontier--").getBytes(UTF_8);

        readAll(new MultipartForm(TYPE, new ByteArrayInputStream(body), body.length));
        assertThrows(
                DomainException.TooLarge.class,
                () -> readAll(new MultipartForm(TYPE, new ByteArrayInputStream(body), body.length - 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=frontier",
                "multipart/form-data; charset=UTF-8; BOUNDARY=\"frontier\"",
                "Multipart/Form-Data;boundary=frontier"
            })
    void theBoundaryIsFound(String contentType) throws IOException {
        var body = new ByteArrayInputStream((part(HEAD, "x") + "--frontier--").getBytes(UTF_8));

        assertEquals(1, readAll(new MultipartForm(contentType, body, 1000)).size());
    }

    @Test
    void aBoundaryThatNobodyMayChooseIsRefused() throws IOException {
        var longest = "-".repeat(70);
        var body = "--%s\r\n%s\r\nx\r\n--%s--".formatted(longest, HEAD, longest);
        readAll(new MultipartForm(
                "multipart/form-data; boundary=" + longest, new ByteArrayInputStream(body.getBytes(UTF_8)), 1000));

        for (var wrong : List.of("", "; boundary=", "; boundary=" + "-".repeat(71), "; boundary=\"\u00e4\"")) {
            assertThrows(
                    ProblemException.class,
                    () -> new MultipartForm("multipart/form-data" + wrong, InputStream.nullInputStream(), 1000));
        }
    }

    private static List<FormPart> readAll(MultipartForm form) throws IOException {
        var parts = new ArrayList<FormPart>();
        for (var part = form.next(); part.isPresent(); part = form.next()) {
            parts.add(part.get());
            form.content().transferTo(java.io.OutputStream.nullOutputStream());
        }
        return parts;
    }

    private static MultipartForm form(String body) {
        var bytes = new ByteArrayInputStream(body.getBytes(ISO_8859_1));
        return new MultipartForm(TYPE, bytes, Long.MAX_VALUE);
    }

    private static InputStream pieces(byte[] body, int first, int second) {
        var start = new ByteArrayInputStream(body, 0, first);
        var middle = new ByteArrayInputStream(body, first, second - first);
        var rest = new ByteArrayInputStream(body, second, body.length - second);
        return new SequenceInputStream(new SequenceInputStream(start, middle), rest);
    }

    private static String part(String head, String content) {
        return "--frontier\r\n%s\r\n%s\r\n".formatted(head, content);
    }
}
