package dev.atelier.adapter.ai;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Colours that go together.
 *
 * @param sky from the top to the bottom, three
 * @param far of what is far away
 * @param near of what is near
 * @param accent of what is to stand out
 * @param light of sun, moon and lamps
 * @param words that ask for it
 */
record Palette(List<Color> sky, Color far, Color near, Color accent, Color light, Set<String> words) {

    private static final List<Palette> ALL =
            Resource.lines("palettes.txt").stream().map(Palette::parse).toList();

    private static final int DARK = 96;

    static Palette of(List<String> words, SplittableRandom dice) {
        return WordMatch.choose(ALL, Palette::words, words, dice);
    }

    /** Whether stars would show in its sky. */
    boolean isDark() {
        return brightness(sky.getFirst()) < DARK && brightness(sky.get(1)) < DARK;
    }

    /** All of them but the light, from the darkest. */
    List<Color> shades() {
        return List.of(near, far, sky.get(0), sky.get(1), sky.get(2), accent);
    }

    private static double brightness(Color color) {
        return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
    }

    private static Palette parse(String line) {
        var parts = line.split("\\s*;\\s*", -1);
        var sky = colours(parts[1]);
        var land = colours(parts[2]);
        return new Palette(
                sky,
                land.get(0),
                land.get(1),
                colours(parts[3]).getFirst(),
                colours(parts[4]).getFirst(),
                Arrays.stream(parts[5].split("\\s+", -1)).map(Words::stem).collect(Collectors.toUnmodifiableSet()));
    }

    private static List<Color> colours(String hex) {
        return Arrays.stream(hex.split(" ", -1))
                .map(colour -> new Color(Integer.parseInt(colour, 16)))
                .toList();
    }
}
