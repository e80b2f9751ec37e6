package dev.atelier.adapter.media;

import dev.atelier.port.out.file.ContentTypes;
import dev.atelier.port.out.file.Thumbnailer;

/** What is known of files by their bytes alone. Nothing is loaded before it is first asked. Safe for use by many threads. */
public final class MediaAdapter {

    private MediaAdapter() {}

    /** By the signatures that Apache Tika knows. */
    public static ContentTypes contentTypes() {
        return new TikaContentTypes();
    }

    /** For PNG, JPEG, GIF, BMP and WebP; of moving images it is the first one. */
    public static Thumbnailer thumbnailer() {
        return new ImageThumbnailer();
    }
}
