package dev.atelier.adapter.ai;

import java.util.List;

/**
 * A prompt, taken apart.
 *
 * @param requests the sentences that say what to write and how; nothing of them may show in the answer
 * @param topic what the answer is to be about, a few words; empty when that is not said
 * @param material the sentences that there are to draw on, each once, in their order
 * @param language of the prompt
 */
record Brief(List<String> requests, String topic, List<String> material, Language language) {

    Brief {
        requests = List.copyOf(requests);
        material = List.copyOf(material);
    }

    static Brief read(String prompt) {
        var reader = new BriefReader();
        Passages.of(prompt).forEach(reader::read);
        return reader.brief(Language.of(prompt));
    }

    /** The words that tell what is wanted. */
    List<String> terms() {
        return Terms.ofRequest(topic + "\n" + String.join("\n", requests)).stream()
                .distinct()
                .toList();
    }
}
