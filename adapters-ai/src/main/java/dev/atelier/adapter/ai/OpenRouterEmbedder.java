package dev.atelier.adapter.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.out.search.Embedder;
import dev.atelier.web.Answer;
import dev.atelier.web.Call;
import dev.atelier.web.WebService;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Has a model of OpenRouter turn texts into vectors. */
final class OpenRouterEmbedder implements Embedder {

    /** Twenty bytes a number, four thousand numbers a vector. */
    private static final int ANSWER_MAX = 8 * 1024 * 1024;

    private final WebService service;
    private final OpenRouterSettings settings;

    OpenRouterEmbedder(WebService service, OpenRouterSettings settings) {
        this.service = service;
        this.settings = settings;
    }

    @Override
    public String model() {
        return settings.embeddingModel();
    }

    @Override
    public int dimension() {
        return settings.embeddingDimension();
    }

    @Override
    public Embeddings embed(Request request) {
        var body = JsonNodeFactory.instance.objectNode().put("model", model()).put("encoding_format", "float");
        var input = body.putArray("input");
        request.texts().forEach(input::add);
        var call = Call.post(Service.EMBEDDER, "turn texts into vectors", "/embeddings", body)
                .withAnswerMax(ANSWER_MAX)
                .hiding(request.texts());
        return service.call(call, answer -> read(answer, request.texts().size()));
    }

    private Embeddings read(Answer answer, int count) {
        var json = OpenRouterFailures.successful(answer);
        var vectors = new float[count][];
        int position = 0;
        for (var item : json.path("data")) {
            int index = item.path("index").asInt(position++);
            if (index < 0 || index >= count) {
                throw answer.unusable("there are vectors for texts that were not sent");
            }
            vectors[index] = vector(answer, item.path("embedding"));
        }
        var whole = IntStream.range(0, count)
                .mapToObj(i -> Optional.ofNullable(vectors[i])
                        .orElseThrow(() -> answer.unusable("there are texts without a vector")))
                .toList();
        return new Embeddings(List.copyOf(whole), OpenRouterUsage.of(model(), json.path("usage"), 0));
    }

    private float[] vector(Answer answer, JsonNode numbers) {
        if (numbers.size() != dimension()) {
            throw answer.hopeless(
                    "%s gives vectors of %d numbers instead of %d".formatted(model(), numbers.size(), dimension()));
        }
        var vector = new float[dimension()];
        boolean points = false;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = numbers.get(i).floatValue();
            points |= vector[i] != 0;
            if (!numbers.get(i).isNumber() || !Float.isFinite(vector[i])) {
                throw answer.unusable("there are vectors of something else than numbers");
            }
        }
        if (!points) {
            throw answer.unusable("there are vectors of zeros alone");
        }
        return vector;
    }
}
