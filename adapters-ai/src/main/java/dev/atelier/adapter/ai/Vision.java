package dev.atelier.adapter.ai;

import dev.atelier.domain.workflow.AspectRatio;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a picture is to show.
 *
 * @param seed of all that the words leave open
 */
record Vision(Palette palette, Scene scene, List<String> caption, long seed) {

    /** Words behind these characters of a prompt no longer tell what it is about. */
    private static final int TELLING_LENGTH = 2_000;

    static Vision of(String prompt, String style, AspectRatio ratio) {
        long seed = seed("%s\0%s\0%s".formatted(prompt, style, ratio));
        var dice = new SplittableRandom(seed);
        var telling = PlainText.clean(prompt.substring(0, Math.min(prompt.length(), TELLING_LENGTH)));
        var words = Words.in(telling + "\n" + style).stream().map(Words::stem).toList();
        return new Vision(Palette.of(words, dice), Scene.of(words, dice), Caption.of(telling), dice.nextLong());
    }

    private static long seed(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
