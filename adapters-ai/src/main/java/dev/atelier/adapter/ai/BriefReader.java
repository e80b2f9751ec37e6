package dev.atelier.adapter.ai;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells, passage by passage, what a prompt asks for from what it gives. Labels ({@code Context:}) and the way in which
 * sentences begin ({@code Write ...}) decide; what shows neither is something to draw on.
 */
final class BriefReader {

    private static final Pattern LABELLED = Pattern.compile("^([\\p{L}][\\p{L} /-]{1,40}):(?:\\s+(.*))?$");
    private static final int WORDS_OF_A_SUBJECT = 12;

    private final List<String> requests = new ArrayList<>();
    private final Set<String> material = new LinkedHashSet<>();
    private Optional<String> subject = Optional.empty();
    private Optional<Role> region = Optional.empty();

    void read(Passage passage) {
        if (passage.opensParagraph() && (!inMaterial() || asksForSomething(passage))) {
            region = Optional.empty();
        }
        var labelled = LABELLED.matcher(passage.text());
        var role = labelled.matches() ? Role.labelled(labelled.group(1)) : Optional.<Role>empty();
        if (role.isPresent() && (!inMaterial() || endsMaterial(passage, role.get()))) {
            region = role;
            Optional.ofNullable(labelled.group(2)).ifPresent(tail -> sort(passage.withText(tail)));
        } else {
            sort(passage);
        }
    }

    Brief brief(Language language) {
        return new Brief(requests, subject.orElseGet(() -> TopicPhrase.in(requests)), List.copyOf(material), language);
    }

    private boolean inMaterial() {
        return region.equals(Optional.of(Role.MATERIAL));
    }

    private static boolean asksForSomething(Passage passage) {
        return Openings.OF_TASKS.begin(passage.text()) || Openings.OF_DIRECTIONS.begin(passage.text());
    }

    /** Data often has names before colons; only what cannot be data ends it. */
    private static boolean endsMaterial(Passage passage, Role role) {
        return passage.opensParagraph() && role != Role.MATERIAL;
    }

    private void sort(Passage passage) {
        if (Openings.OF_TASKS.begin(passage.text())) {
            request(passage);
        } else if (inMaterial()) {
            material.add(passage.text());
        } else if (region.equals(Optional.of(Role.DIRECTION))) {
            requests.add(passage.text());
        } else if (region.equals(Optional.of(Role.SUBJECT))) {
            subject(passage.text());
        } else if (passage.text().endsWith("?") || asksForSomething(passage)) {
            request(passage);
        } else if (Words.areIn(passage.text())) {
            material.add(passage.text());
        }
    }

    /** A request may end with what it is about: {@code Summarise this text: ...}. */
    private void request(Passage passage) {
        var text = passage.text();
        int colon = text.indexOf(": ");
        var tail = colon < 0 ? "" : text.substring(colon + 2).strip();
        boolean first = requests.isEmpty();
        if (text.endsWith(":")) {
            requests.add(text);
            region = Optional.of(Role.MATERIAL);
        } else if (Words.in(tail).size() > WORDS_OF_A_SUBJECT) {
            requests.add(text.substring(0, colon));
            region = Optional.of(Role.MATERIAL);
            material.add(tail);
        } else {
            requests.add(text);
            if (first) {
                subject(tail);
            }
        }
    }

    private void subject(String text) {
        subject = subject.or(() -> Optional.of(TopicPhrase.trimmed(text)).filter(phrase -> !phrase.isEmpty()));
    }
}
