package dev.atelier.port.out.file;

import java.util.Optional;

/** Knows what bytes are by looking at them. No call goes outside; none fails. */
public interface ContentTypes {

    /** How many of a file's first bytes are looked at, if it has so many. */
    int HEAD_BYTES = 64 * 1024;

    /**
     * What a file is: what its bytes say, in the uploader's words where these say more.
     *
     * <p>For an uploader who says nothing ({@link dev.atelier.domain.file.FileDetails#UNKNOWN_CONTENT_TYPE}) it is what the
     * bytes say, and that again when they say nothing. Types that cannot be told apart by their first bytes (Markdown is
     * text, a document of an office is an archive) are taken at the uploader's word. When the bytes are a special case of
     * what was said (HTML was called text), it is that. Names of files are not asked for.
     *
     * @param declared the media type that the uploader gave, parameters included
     * @param head the first {@link #HEAD_BYTES} bytes of the file, or all of a shorter one
     * @return empty when the bytes are something else than was said
     */
    Optional<String> decide(String declared, byte[] head);

    /** What the bytes alone say, without parameters. */
    String detect(byte[] head);
}
