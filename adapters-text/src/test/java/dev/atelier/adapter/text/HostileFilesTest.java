package dev.atelier.adapter.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.atelier.domain.document.MediaType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files as nobody writes them: each has an outcome, soon, and nothing is thrown. A failure names its seed. */
@Timeout(300)
class HostileFilesTest {

    private static final int CASES = 150;
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final Map<MediaType, byte[]> FILES = Map.of(
            MediaType.PDF,
            PdfSamples.book(2),
            MediaType.DOCX,
            DocxSamples.of(DocxSamples.styled("Ttulo1", "Ações") + "<w:tbl>" + DocxSamples.row("a", "b") + "</w:tbl>"),
            MediaType.HTML,
            "<html><body><h1>a</h1><table><tr><td>b</table><ul><li>c<li>d</ul><pre>e</pre></body></html>"
                    .getBytes(UTF_8),
            MediaType.MARKDOWN,
            "# a\n\n- b\n- c\n\n|d|e|\n|-|-|\n|f|g|\n\n```\nh\n```\n> i\n".getBytes(UTF_8),
            MediaType.TEXT,
            "Olá, mundo.\r\n\r\nAção!".getBytes(UTF_8));

    @Test
    void random_bytes() throws IOException {
        for (var type : List.of(MediaType.values())) {
            for (int seed = 0; seed < 20; seed++) {
                var bytes = new byte[5_000];
                new Random(seed).nextBytes(bytes);
                inTime(type, bytes, seed);
            }
        }
    }

    @Test
    void real_files_with_some_bytes_changed_moved_or_cut() throws IOException {
        for (var file : FILES.entrySet()) {
            for (int seed = 0; seed < CASES; seed++) {
                inTime(file.getKey(), mutated(file.getValue(), new Random(seed)), seed);
            }
        }
    }

    /** Compression hides what is inside from mutations: here they are made before it. */
    @Test
    void documents_whose_inside_is_changed() throws IOException {
        var body = DocxSamples.styled("Ttulo1", "Ações") + DocxSamples.item(1, "x") + "<w:tbl>"
                + DocxSamples.row("a", "b") + "</w:tbl>";
        for (int seed = 0; seed < CASES; seed++) {
            var changed = new String(mutated(body.getBytes(UTF_8), new Random(seed)), UTF_8);
            inTime(MediaType.DOCX, DocxSamples.of(changed), seed);
        }
    }

    private static void inTime(MediaType type, byte[] file, int seed) throws IOException {
        long start = System.nanoTime();
        var outcome = TestFiles.read(type, file);
        var time = Duration.ofNanos(System.nanoTime() - start);

        assertTrue(time.compareTo(SOON) < 0, () -> "%s, seed %d, took %s".formatted(type, seed, time));
        assertEquals(outcome, TestFiles.read(type, file), () -> "%s, seed %d, twice".formatted(type, seed));
    }

    private static byte[] mutated(byte[] file, Random random) {
        var bytes = file.clone();
        for (int change = 1 + random.nextInt(20); change > 0; change--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> {
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(random.nextInt(200), bytes.length - Math.max(at, from));
                    System.arraycopy(file, from, bytes, at, length);
                }
                default -> {
                    if (random.nextInt(10) == 0) {
                        bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
                    }
                }
            }
        }
        return bytes;
    }
}
