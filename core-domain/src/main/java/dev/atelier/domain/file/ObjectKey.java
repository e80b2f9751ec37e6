package dev.atelier.domain.file;

import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The name of an object in blob storage. The bucket is public, so a key must not be guessed and says nothing of the user,
 * the project or the file's name: it is 192 random bits.
 *
 * @param value letters, digits, {@code _}, {@code -}, {@code .} and {@code /}, 1 to 512 characters
 */
public record ObjectKey(String value) {

    /** What every key of a file begins with; whatever else lies in the bucket is not ours. */
    public static final String FILES = "files/";

    private static final String THUMBNAIL = ".thumbnail";

    private static final Pattern LEGAL =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*");
    private static final int RANDOM_BYTES = 24;

    /** @throws IllegalArgumentException when {@code value} is not such a name */
    public ObjectKey {
        if (value.length() > 512 || !LEGAL.matcher(value).matches()) {
            throw new IllegalArgumentException("not an object key: " + value);
        }
    }

    /** A new one that nobody can guess, provided that {@code random} is a secure generator. */
    public static ObjectKey generate(RandomGenerator random) {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new ObjectKey(FILES + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Of the small image that stands for the file of this key. */
    public ObjectKey thumbnail() {
        return new ObjectKey(value + THUMBNAIL);
    }

    /** The key of the file that this is the thumbnail of; itself when it is none. */
    public ObjectKey original() {
        return value.endsWith(THUMBNAIL)
                ? new ObjectKey(value.substring(0, value.length() - THUMBNAIL.length()))
                : this;
    }
}
