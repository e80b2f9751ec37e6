package dev.atelier.domain.workflow;

import java.util.regex.Pattern;

/** A node of a workflow: letters, digits, {@code _} and {@code -}, at most {@value #MAX_LENGTH} of them. */
public record NodeId(String value) {

    public static final int MAX_LENGTH = 200;

    private static final Pattern LEGAL = Pattern.compile("[\\p{L}\\p{Nd}_-]{1," + MAX_LENGTH + "}");

    /** @throws IllegalArgumentException when {@code value} is not such an id */
    public NodeId {
        if (!isLegal(value)) {
            throw new IllegalArgumentException("not a node id: " + value);
        }
    }

    public static boolean isLegal(String value) {
        return LEGAL.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
