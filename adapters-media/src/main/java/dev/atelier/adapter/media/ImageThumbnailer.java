package dev.atelier.adapter.media;

import dev.atelier.port.out.file.Thumbnailer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** One image after another: so however many jobs there are, the memory for one is enough. */
final class ImageThumbnailer implements Thumbnailer {

    private static final Set<String> SUPPORTED =
            Set.of("image/png", "image/jpeg", "image/gif", "image/bmp", "image/webp");

    private final Semaphore turn = new Semaphore(1, true);

    @Override
    public boolean supports(String contentType) {
        return SUPPORTED.contains(contentType);
    }

    @Override
    public Optional<Thumbnail> make(InputStream image) {
        var source = new LimitedImageStream(image);
        turn.acquireUninterruptibly();
        try {
            var made = small(source);
            source.throwOwnFailure(); // ImageIO takes some of them for the end of an image
            return made;
        } finally {
            turn.release();
        }
    }

    private static Optional<Thumbnail> small(LimitedImageStream source) {
        try {
            return ImageSource.read(source).map(picture -> Encoding.of(Scaling.fit(picture, LONGEST_SIDE)));
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }
}
