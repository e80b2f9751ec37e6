package dev.atelier.adapter.r2;

import dev.atelier.domain.file.ObjectKey;
import dev.atelier.port.out.file.BlobProperties;
import java.io.InputStream;
import software.amazon.awssdk.core.exception.SdkException;

/** One upload. A body that fits into one part is put at once; a longer one goes in parts. */
final class Upload {

    private final Objects objects;
    private final PartBuffers buffers;
    private final ObjectKey key;
    private final BlobProperties properties;

    Upload(Objects objects, PartBuffers buffers, ObjectKey key, BlobProperties properties) {
        this.objects = objects;
        this.buffers = buffers;
        this.key = key;
        this.properties = properties;
    }

    void run(InputStream body) {
        var first = Part.read(buffers, body);
        if (first.isFull()) {
            begin(first).run(first, body);
            return;
        }
        try (first) {
            objects.put(key, properties, first.bytes(), first.length());
        } catch (SdkException e) {
            throw R2Failures.translateWrite("put an object", e);
        }
    }

    private PartedUpload begin(Part first) {
        try {
            return new PartedUpload(objects, buffers, key, objects.begin(key, properties));
        } catch (SdkException e) {
            first.close();
            throw R2Failures.translate("begin an upload", e);
        }
    }
}
