package dev.atelier.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/**
 * An S3 endpoint on the loopback interface that keeps objects in files and stands in for Cloudflare R2: it checks
 * signatures, takes path-style addresses, lets browsers of every origin in, and serves objects to anybody by GET and HEAD.
 *
 * <p>It runs in this JVM, whose end its threads prevent until it is closed or {@link System#exit} is called.
 */
public final class LocalStorage implements AutoCloseable {

    private static final String NAME = "S3";
    private static final String ACCESS_KEY = "local-access-key";
    private static final String SECRET_KEY = "local-secret-key";

    private final String bucket;
    private final BlobStore objects;
    private final S3Proxy server;
    private final Optional<FileTree> temporaryDirectory;
    private final AtomicInteger buckets = new AtomicInteger();

    private LocalStorage(String bucket, BlobStore objects, S3Proxy server, Optional<FileTree> temporaryDirectory) {
        this.bucket = bucket;
        this.objects = objects;
        this.server = server;
        this.temporaryDirectory = temporaryDirectory;
    }

    /**
     * Starts an endpoint and makes its bucket if it is not there.
     *
     * @throws PortTakenException if the port is in use
     * @throws LocalServerException if the file system of the data directory has no extended attributes, which keep the
     *     content types, or the endpoint does not start
     */
    public static LocalStorage start(StorageOptions options) {
        // Any port is taken by the server itself: one that was free a moment ago may be somebody's connection by now.
        int port =
                options.port() == 0 ? 0 : new Port(options.port()).claim(NAME).number();
        Optional<FileTree> temporary =
                options.dataDirectory().isPresent() ? Optional.empty() : Optional.of(FileTree.temporary("atelier-s3-"));
        Path directory = FileTree.createDirectories(
                options.dataDirectory().or(() -> temporary.map(FileTree::root)).orElseThrow());
        ExtendedAttributes.requireIn(directory);
        BlobStore objects = new PublicObjects(new FilesystemNio2BlobStore(directory.toString()));
        LocalStorage storage = new LocalStorage(options.bucket(), objects, server(port, objects), temporary);
        storage.create(options.bucket());
        storage.run();
        return storage;
    }

    /**
     * The one endpoint of this JVM for tests, started when it is first asked for; it ends with the JVM. Each test takes a
     * bucket of its own from it. Test runners end the JVM; a program that uses this must call {@link System#exit}.
     */
    public static LocalStorage shared() {
        return Shared.SERVER;
    }

    private static S3Proxy server(int port, BlobStore objects) {
        return S3Proxy.builder()
                .endpoint(URI.create("http://localhost:" + port))
                .blobStore(objects)
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .corsRules(new CrossOriginResourceSharing())
                .stopTimeout(0)
                .build();
    }

    private void create(String name) {
        if (!objects.containerExists(name)) {
            objects.createContainer(CreateBucketRequest.builder().bucket(name).build());
        }
    }

    private void run() {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw new LocalServerException("The S3 endpoint did not start: " + e.getMessage(), e);
        }
    }

    /** The bucket that is there from the start. */
    public LocalBucket bucket() {
        return named(bucket);
    }

    /** A new, empty bucket. */
    public LocalBucket newBucket() {
        String name = "bucket-" + buckets.incrementAndGet();
        create(name);
        return named(name);
    }

    private LocalBucket named(String name) {
        return new LocalBucket(URI.create("http://localhost:" + server.getPort()), ACCESS_KEY, SECRET_KEY, name);
    }

    /** Stops the endpoint; what is in a temporary data directory is gone. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new LocalServerException("The S3 endpoint did not stop: " + e.getMessage(), e);
        } finally {
            temporaryDirectory.ifPresent(FileTree::delete);
        }
    }

    private static final class Shared {

        private static final LocalStorage SERVER = start(StorageOptions.temporary());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close, "stop shared " + NAME));
        }
    }
}
