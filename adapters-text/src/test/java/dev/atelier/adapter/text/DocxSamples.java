package dev.atelier.adapter.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes DOCX files, as Word does: styles are called in the language of its user, but named in English. */
final class DocxSamples {

    private static final String NAMESPACE = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private DocxSamples() {}

    /** @param body what is in {@code w:body} */
    static byte[] of(String body) {
        return of(body, new byte[0], "word/media/nothing.bin", 1);
    }

    /** With {@code repetitions} of some bytes as one more entry. */
    static byte[] of(String body, byte[] more, String name, int repetitions) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"bin\" ContentType=\"application/octet-stream\"/>"
                            + "<Override PartName=\"/word/document.xml\" ContentType=\"" + TYPE
                            + "document.main+xml\"/>"
                            + "<Override PartName=\"/word/styles.xml\" ContentType=\"" + TYPE
                            + "styles+xml\"/></Types>");
            put(zip, "_rels/.rels", relation("officeDocument", "word/document.xml"));
            put(zip, "word/_rels/document.xml.rels", relation("styles", "styles.xml"));
            put(
                    zip,
                    "word/styles.xml",
                    "<w:styles " + NAMESPACE + ">" + style("Ttulo1", "heading 1") + style("Ttulo2", "heading 2")
                            + style("Titel", "Title") + "</w:styles>");
            put(zip, "word/document.xml", "<w:document " + NAMESPACE + "><w:body>" + body + "</w:body></w:document>");
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < repetitions; i++) {
                zip.write(more);
            }
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] encrypted(byte[] docx, String password) {
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (var archive = OPCPackage.open(new ByteArrayInputStream(docx));
                    var out = encryptor.getDataStream(container)) {
                archive.save(out);
            }
            var bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            return bytes.toByteArray();
        } catch (IOException | GeneralSecurityException | InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    static String paragraph(String text) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
    }

    static String styled(String style, String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    static String item(int level, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level
                + "\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    static String row(String... cells) {
        var row = new StringBuilder("<w:tr>");
        for (var cell : cells) {
            row.append("<w:tc>").append(paragraph(cell)).append("</w:tc>");
        }
        return row.append("</w:tr>").toString();
    }

    private static String style(String id, String name) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/></w:style>";
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"" + RELATION + type + "\" Target=\"" + target
                + "\"/></Relationships>";
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((XML + content).getBytes(UTF_8));
        zip.closeEntry();
    }
}
