package dev.atelier.bootstrap;

import dev.atelier.domain.search.EmbeddingModel;
import dev.atelier.port.in.search.Reindexing.Progress;
import dev.atelier.port.out.search.PassageIndex;
import java.io.PrintStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code atelier reindex}: moves documents to another model for search, while they are found. It takes the settings of a worker. */
@Command(
        name = "reindex",
        description =
                "Gives all documents vectors of the model for search, as far as they have none. It may be stopped and begun again.")
final class ReindexCommand implements Callable<Integer> {

    /** A line a document would be many. */
    private static final int DOCUMENTS_A_LINE = 100;

    private final Map<String, String> environment;
    private final PrintStream out;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--model",
            description =
                    "another one than that of the settings, as OpenRouter names it; what there is of others stays")
    private Optional<String> model = Optional.empty();

    @Option(names = "--dimension", description = "how many numbers the vectors of that model have")
    private Optional<Integer> dimension = Optional.empty();

    ReindexCommand(Map<String, String> environment, PrintStream out) {
        this.environment = Map.copyOf(environment);
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        var other = other();
        Logging.silence();
        try (var app = App.forOperator(AppConfig.read(environment, Role.WORKER))) {
            var done = other.isPresent()
                    ? app.reindexing().reindex(other.get(), this::tell)
                    : app.reindexing().reindex(this::tell);
            out.printf("done: %d documents, %d new vectors%n", done.documents(), done.vectors());
            other.ifPresent(chosen -> out.printf(
                    "now set OPENROUTER_EMBEDDING_MODEL=%s and OPENROUTER_EMBEDDING_DIMENSION=%d, restart, and reindex once more%n",
                    chosen.name(), chosen.dimension()));
            return 0;
        }
    }

    private Optional<EmbeddingModel> other() {
        if (model.isPresent() != dimension.isPresent()) {
            throw wrong("--model and --dimension belong together");
        }
        if (dimension
                .filter(numbers -> numbers < 1 || numbers > PassageIndex.DIMENSION_MAX)
                .isPresent()) {
            throw wrong("--dimension must be a number from 1 to " + PassageIndex.DIMENSION_MAX);
        }
        return model.flatMap(name -> dimension.map(numbers -> new EmbeddingModel(name, numbers)));
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private void tell(Progress progress) {
        if (progress.documents() % DOCUMENTS_A_LINE == 0) {
            out.printf("%d documents, %d new vectors%n", progress.documents(), progress.vectors());
        }
    }
}
