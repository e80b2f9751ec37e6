package dev.atelier.adapter.ai;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** What can be drawn. */
enum Scene {
    HILLS,
    MOUNTAINS,
    SEA,
    CITY,
    FOREST,
    ORBS,
    MOSAIC;

    private static final Map<Scene, Set<String>> WORDS = words();

    static Scene of(List<String> words, SplittableRandom dice) {
        return WordMatch.choose(List.of(values()), scene -> WORDS.getOrDefault(scene, Set.of()), words, dice);
    }

    void paint(Canvas canvas) {
        switch (this) {
            case HILLS -> Landscape.hills(canvas);
            case MOUNTAINS -> Landscape.mountains(canvas);
            case SEA -> Seascape.paint(canvas);
            case CITY -> Skyline.paint(canvas);
            case FOREST -> Landscape.forest(canvas);
            case ORBS -> Orbs.paint(canvas);
            case MOSAIC -> Mosaic.paint(canvas);
        }
    }

    private static Map<Scene, Set<String>> words() {
        var words = new HashMap<Scene, Set<String>>();
        for (var line : Resource.lines("scenes.txt")) {
            var parts = line.split(":\\s*", 2);
            words.put(
                    valueOf(parts[0].toUpperCase(Locale.ROOT)),
                    Arrays.stream(parts[1].split("\\s+", -1)).map(Words::stem).collect(Collectors.toUnmodifiableSet()));
        }
        return Map.copyOf(words);
    }
}
