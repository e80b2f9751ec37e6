package dev.atelier.adapter.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** Writes PDF files. */
final class PdfSamples {

    /** A line on a page. */
    record Line(String text, float size, float y) {}

    private PdfSamples() {}

    static byte[] of(List<List<Line>> pages) {
        try (var document = new PDDocument()) {
            for (var lines : pages) {
                page(document, lines, 0);
            }
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many pages of text, each with a photograph of about 100 kB. */
    static byte[] book(int pages) {
        try (var document = new PDDocument()) {
            for (int page = 1; page <= pages; page++) {
                page(document, prose(page), page);
            }
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] encrypted(String password) {
        try (var document = new PDDocument()) {
            page(document, prose(1), 0);
            var policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written by hand: the first object is the root, and they are numbered from 1. */
    static byte[] raw(String... objects) {
        var body = IntStream.range(0, objects.length)
                .mapToObj(i -> "%d 0 obj%n%s%nendobj%n".formatted(i + 1, objects[i]))
                .collect(Collectors.joining());
        return "%%PDF-1.7%n%strailer<</Root 1 0 R/Size %d>>%n%%%%EOF%n"
                .formatted(body, objects.length + 1)
                .getBytes(ISO_8859_1);
    }

    private static List<Line> prose(int page) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("Capítulo " + page, 20, 780));
        for (int line = 0; line < 40; line++) {
            lines.add(
                    new Line("A ação da página %d, linha %d: não há chá.".formatted(page, line), 10, 740 - 12 * line));
        }
        return lines;
    }

    private static void page(PDDocument document, List<Line> lines, int picture) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        var font = new PDType1Font(FontName.HELVETICA);
        try (var content = new PDPageContentStream(document, page)) {
            if (picture > 0) {
                content.drawImage(JPEGFactory.createFromImage(document, noise(picture), 0.5f), 50, 20, 300, 200);
            }
            for (var line : lines) {
                content.beginText();
                content.setFont(font, line.size());
                content.newLineAtOffset(50, line.y());
                content.showText(line.text());
                content.endText();
            }
        }
    }

    private static BufferedImage noise(int seed) {
        var image = new BufferedImage(450, 300, BufferedImage.TYPE_INT_RGB);
        var random = new Random(seed);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return image;
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
