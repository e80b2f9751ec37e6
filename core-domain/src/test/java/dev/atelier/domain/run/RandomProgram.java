package dev.atelier.domain.run;

import dev.atelier.domain.run.Part.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes workflows up. */
final class RandomProgram {

    private static final int DEEPEST = 3;

    private final RandomGenerator random;
    private int counter;

    RandomProgram(RandomGenerator random) {
        this.random = random;
    }

    /** Some parts one after another, the first of which writes something. */
    List<Part> parts() {
        return parts(new ArrayList<>(), 0, 1 + random.nextInt(5));
    }

    private List<Part> parts(List<Mention> visible, int depth, int count) {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < count; i++) {
            boolean isPlain = depth >= DEEPEST || writers(visible).isEmpty() || random.nextInt(2) == 0;
            parts.add(isPlain ? write(visible) : composed(visible, depth));
        }
        return parts;
    }

    private Part write(List<Mention> visible) {
        var mentions = new ArrayList<Mention>();
        for (int i = random.nextInt(4); i > 0 && !visible.isEmpty(); i--) {
            mentions.add(pick(visible));
        }
        var write = new Part.Write(id("write"), mentions);
        visible.add(new Mention(write.id(), "content"));
        return write;
    }

    private Part composed(List<Mention> visible, int depth) {
        return switch (random.nextInt(5)) {
            case 0 -> ask(visible);
            case 1 -> fork(visible, depth);
            case 2, 3 -> choose(visible, depth);
            default -> repeat(visible, depth);
        };
    }

    private Part ask(List<Mention> visible) {
        var ask = new Part.Ask(id("ask"), pick(writers(visible)));
        visible.add(new Mention(ask.id(), "decision"));
        return ask;
    }

    private Part choose(List<Mention> visible, int depth) {
        var id = id("choose");
        var about = pick(writers(visible));
        var result = new Mention(id, "branch");
        var known = with(visible, result);
        var yes = arm(known, depth);
        var no = arm(known, depth);
        visible.add(result);
        mentionAll(visible, yes);
        mentionAll(visible, no);
        return new Part.Choose(id, about, sign(), yes, no);
    }

    private Part fork(List<Mention> visible, int depth) {
        var id = id("fork");
        var arms = new ArrayList<List<Part>>();
        for (int i = random.nextInt(2, 5); i > 0; i--) {
            arms.add(arm(visible, depth));
        }
        arms.forEach(arm -> mentionAll(visible, arm));
        return new Part.Fork(id, arms);
    }

    private List<Part> arm(List<Mention> visible, int depth) {
        return parts(new ArrayList<>(visible), depth + 1, random.nextInt(3));
    }

    private Part repeat(List<Mention> visible, int depth) {
        var id = id("loop");
        var known = with(with(visible, new Mention(id, "item")), new Mention(id, "iteration"));
        var body = parts(known, depth + 1, random.nextInt(4));
        var rule = rule(visible, body);
        visible.add(new Mention(id, "results"));
        visible.add(new Mention(id, "iterations_completed"));
        mentionAll(visible, body);
        return new Part.Repeat(id, rule, body, random.nextBoolean());
    }

    private Part.Rule rule(List<Mention> visible, List<Part> body) {
        boolean startsWithText = !body.isEmpty() && body.getFirst() instanceof Part.Write;
        return switch (random.nextInt(4)) {
            case 0 -> new Part.Rule.Items(pick(writers(visible)));
            case 1 -> new Part.Rule.Below(random.nextInt(4));
            case 2 ->
                startsWithText
                        ? new Part.Rule.Until(body.getFirst().id(), sign(), 1 + random.nextInt(4))
                        : new Part.Rule.Times(1);
            default -> new Part.Rule.Times(random.nextInt(4));
        };
    }

    private static void mentionAll(List<Mention> visible, List<Part> parts) {
        parts.stream()
                .flatMap(Part::all)
                .filter(Part.Write.class::isInstance)
                .forEach(part -> visible.add(new Mention(part.id(), "content")));
    }

    private static List<Mention> with(List<Mention> mentions, Mention another) {
        var all = new ArrayList<>(mentions);
        all.add(another);
        return all;
    }

    private static List<String> writers(List<Mention> visible) {
        return visible.stream()
                .filter(mention -> mention.field().equals("content"))
                .map(Mention::id)
                .toList();
    }

    private String sign() {
        return Integer.toHexString(random.nextInt(16));
    }

    private String id(String kind) {
        return kind + counter++;
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
