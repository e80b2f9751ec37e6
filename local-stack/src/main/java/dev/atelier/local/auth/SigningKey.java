package dev.atelier.local.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Optional;
import java.util.UUID;

/** The key that signs access tokens with ES256, as Supabase recommends it. */
record SigningKey(ECKey key) {

    /** The key of a file, which is written if it is not there; without a file a new key. */
    static SigningKey in(Optional<Path> file) {
        try {
            if (file.isPresent() && Files.exists(file.get())) {
                return new SigningKey(ECKey.parse(Files.readString(file.get())));
            }
            SigningKey made = generate();
            if (file.isPresent()) {
                made.writeTo(file.get().toAbsolutePath());
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key cannot be kept", e);
        } catch (ParseException e) {
            throw new IllegalStateException(
                    "There is no signing key in " + file.orElseThrow() + ": delete the file to get a new one", e);
        }
    }

    private static SigningKey generate() {
        try {
            return new SigningKey(new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .algorithm(JWSAlgorithm.ES256)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("Every JDK has the curve P-256", e);
        }
    }

    private void writeTo(Path file) throws IOException {
        Path directory = Files.createDirectories(file.getParent());
        Path unfinished = Files.createTempFile(
                directory,
                "key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, key.toJSONString());
        Files.move(unfinished, file);
    }

    /** Shows which key it is, and nothing of it. */
    @Override
    public String toString() {
        return "SigningKey[" + key.getKeyID() + "]";
    }
}
