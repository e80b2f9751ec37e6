package dev.atelier.adapter.ai;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How sentences begin that ask for something. */
final class Openings {

    /** What to write. */
    static final Openings OF_TASKS = new Openings("task-openings.txt");

    /** How to write it. */
    static final Openings OF_DIRECTIONS = new Openings("direction-openings.txt");

    private static final Pattern COURTESY =
            Pattern.compile("^(?:please|kindly|now|then|finally|por favor|agora|depois|can you|could you),?\\s+");
    private static final Pattern POINTS = Pattern.compile("[,:.;]");
    private static final int LONGEST = 40;

    private final Set<String> beginnings;

    private Openings(String resource) {
        this.beginnings = Resource.lines(resource).stream()
                .map(line -> Words.fold(line) + " ")
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean begin(String sentence) {
        var head = sentence.substring(0, Math.min(sentence.length(), LONGEST));
        var folded = POINTS.matcher(COURTESY.matcher(Words.fold(head)).replaceFirst(""))
                        .replaceAll(" ") + " ";
        for (int blank = folded.indexOf(' '); blank >= 0; blank = folded.indexOf(' ', blank + 1)) {
            if (beginnings.contains(folded.substring(0, blank + 1))) {
                return true;
            }
        }
        return false;
    }
}
