package dev.atelier.domain.search;

import dev.atelier.domain.search.BlockKind.Body;
import dev.atelier.domain.search.BlockKind.Heading;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts that nobody would write, of every kind of block and of characters from everywhere. */
final class RandomText {

    private static final List<String> WORDS = List.of(
            "tea", "ação", "São", "Ελλάδα", "文化", "🎨", "a", "mango.", "wait!", "3.14", "e\u0301", "—", "  ", "\t");
    private static final Body[] BODIES = Body.values();

    private final Random random;

    RandomText(Random random) {
        this.random = random;
    }

    ExtractedText any() {
        var text = new ExtractedText.Builder();
        boolean hasPages = random.nextBoolean();
        int page = hasPages ? 1 : 0;
        for (int blocks = random.nextInt(30); blocks > 0; blocks--) {
            if (hasPages && random.nextInt(4) == 0) {
                page += 1 + random.nextInt(2);
            }
            var kind =
                    random.nextInt(5) == 0 ? new Heading(1 + random.nextInt(6)) : BODIES[random.nextInt(BODIES.length)];
            text.add(kind, content(kind), page);
        }
        return text.build();
    }

    private String content(BlockKind kind) {
        return switch (random.nextInt(20)) {
            case 0 -> "x".repeat(random.nextInt(10_000));
            case 1 -> "\uD835\uDD38".repeat(random.nextInt(5_000));
            case 2 -> "a" + " ".repeat(random.nextInt(10_000)) + "b";
            case 3 -> "文".repeat(random.nextInt(2_000));
            case 4 -> lines(random.nextInt(200));
            default -> kind instanceof Heading ? words(1 + random.nextInt(6)) : lines(1 + random.nextInt(8));
        };
    }

    private String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(line -> words(1 + random.nextInt(40)))
                .collect(Collectors.joining("\n"));
    }

    private String words(int count) {
        return IntStream.range(0, count)
                .mapToObj(word -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
    }

    /** What somebody might write, of about {@code count} words. */
    static String paragraph(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(word -> "w" + random.nextInt(100_000) + (word % 12 == 11 ? ". It" : ""))
                .collect(Collectors.joining(" "));
    }
}
