package dev.atelier.domain.workflow;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts that read as numbers. */
final class Numbers {

    private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?");

    private Numbers() {}

    /** The number; empty when the text is anything else, or longer than {@code longest} characters. Exponents are no numbers here: one of a few characters may have millions of digits. */
    static Optional<BigDecimal> read(String text, int longest) {
        return text.length() <= longest && PLAIN.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }
}
