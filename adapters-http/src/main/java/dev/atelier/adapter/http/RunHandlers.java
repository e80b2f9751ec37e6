package dev.atelier.adapter.http;

import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.port.in.run.RunRequest;
import dev.atelier.port.in.run.Runs;
import io.javalin.http.Context;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** {@code /runs}, and those of a workflow; their events are {@link RunEventHandler}'s. */
final class RunHandlers {

    private final Runs runs;
    private final IdempotentPosts posts;

    RunHandlers(Runs runs, IdempotentPosts posts) {
        this.runs = runs;
        this.posts = posts;
    }

    private record Post(Optional<ObjectValue> inputs, Optional<BigDecimal> costLimitUsd) {

        RunRequest request() {
            return new RunRequest(inputs.orElse(ObjectValue.EMPTY), costLimitUsd);
        }
    }

    void post(Context ctx) throws IOException {
        var workflow = WorkflowHandlers.id(ctx);
        var body = JsonBody.read(ctx);
        var request = body.as(Post.class).request();
        posts.answer(ctx, body, () -> {
            var run = runs.start(RequestScope.user(ctx.req()), workflow, request);
            return Answer.accepted(Routes.RUNS + "/" + run.id().value(), tag(run), RunJson.of(run));
        });
    }

    void list(Context ctx) throws IOException {
        var page = runs.list(RequestScope.user(ctx.req()), WorkflowHandlers.id(ctx), Paging.of(ctx));
        Json.send(ctx, 200, PageJson.of(page, RunJson::of));
    }

    void get(Context ctx) throws IOException {
        var run = runs.get(RequestScope.user(ctx.req()), id(ctx));
        Answer.show(ctx, tag(run), RunJson.of(run));
    }

    /** All of them, in the form of a list that has no second page. */
    void steps(Context ctx) throws IOException {
        var steps = runs.steps(RequestScope.user(ctx.req()), id(ctx));
        Json.send(ctx, 200, new PageJson<>(steps.stream().map(StepJson::of).toList(), Optional.empty()));
    }

    static RunId id(Context ctx) {
        return new RunId(PathId.of(ctx));
    }

    static EntityTag tag(Run run) {
        return EntityTag.ofRevision(run.revision());
    }
}
