package dev.atelier.adapter.minilm;

import dev.atelier.port.PortFailure;
import dev.atelier.port.PortFailure.Service;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.model.output.Response;

/** The model, which a process loads once. */
final class LoadedModel {

    private LoadedModel() {}

    /** @throws PortFailure.Permanent when it cannot be loaded here, or is at a loss */
    static Response<Embedding> embed(String text) {
        try {
            return Holder.MODEL.embed(text);
        } catch (LinkageError e) {
            throw new PortFailure.Permanent(
                    Service.EMBEDDER,
                    "the model cannot be loaded; it needs a temporary folder and a home that can be written to",
                    e);
        } catch (RuntimeException e) {
            throw new PortFailure.Permanent(Service.EMBEDDER, "the model has failed", e);
        }
    }

    private static final class Holder {
        /** Of one text at a time, on the thread that asks. */
        static final AllMiniLmL6V2QuantizedEmbeddingModel MODEL =
                new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);
    }
}
