package dev.atelier.testkit.memory;

import dev.atelier.port.out.search.PassageIndex.Need;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words to be looked for, each a phrase of at least one word between blanks.
 *
 * @param wanted each as {@link #fold} gives it
 * @param excluded the same of what must not be there
 */
record WordQuery(List<String> wanted, List<String> excluded) {

    private static final Pattern PART = Pattern.compile("(-?)(?:\"([^\"]*)\"?|(\\S+))");

    static WordQuery parse(String query) {
        var wanted = new ArrayList<String>();
        var excluded = new ArrayList<String>();
        var parts = PART.matcher(query);
        while (parts.find()) {
            var phrase = fold(parts.group(2) == null ? parts.group(3) : parts.group(2));
            if (!phrase.isBlank()) {
                (parts.group(1).isEmpty() ? wanted : excluded).add(phrase);
            }
        }
        return new WordQuery(wanted, excluded);
    }

    /** The words of a text in lower case without accents, a blank around each. */
    static String fold(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return " "
                + plain.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip() + " ";
    }

    /** How many of what is wanted stands in {@code text}; 0 when that is not enough. */
    double count(String text, Need need) {
        var folded = fold(text);
        if (excluded.stream().anyMatch(folded::contains)) {
            return 0;
        }
        double found = (double) wanted.stream().filter(folded::contains).count();
        boolean suffices = (need == Need.ANY && excluded.isEmpty()) || found == wanted.size();
        return suffices ? found : 0;
    }
}
