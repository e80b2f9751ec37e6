package dev.atelier.adapter.text;

import dev.atelier.port.out.search.TextExtractor.Reason;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Documents of Word (Office Open XML). One with a password is another kind of file around it. */
final class DocxFormat implements Format {

    static {
        // POI looks at proportions, which real documents have too; UnpackedSize looks at what matters, and before POI
        // does.
        ZipSecureFile.setMinInflateRatio(0);
    }

    @Override
    public void read(Path file, Manuscript manuscript) throws IOException {
        if (FileMagic.valueOf(file.toFile()) == FileMagic.OLE2) {
            throw new Unreadable(isEncrypted(file) ? Reason.ENCRYPTED : Reason.BROKEN);
        }
        UnpackedSize.check(file);
        try (var archive = OPCPackage.open(file.toFile(), PackageAccess.READ);
                var document = new XWPFDocument(archive)) {
            new DocxBlocks(document, manuscript).read();
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    private static boolean isEncrypted(Path file) throws IOException {
        try (var container = new POIFSFileSystem(file.toFile(), true)) {
            return container.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY);
        }
    }
}
