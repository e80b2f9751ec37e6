package dev.atelier.adapter.http;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.run.Review;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.workflow.NodeId;
import dev.atelier.port.in.run.Runs;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** What people do to runs that are under way; each is answered with the run as it is then. */
final class RunSteeringHandlers {

    static final String NODE = "nodeId";

    private final Runs runs;

    RunSteeringHandlers(Runs runs) {
        this.runs = runs;
    }

    @FunctionalInterface
    private interface Steering {
        Run apply(UserId user, RunId run);
    }

    Handler pause() {
        return steering(runs::pause);
    }

    private record Resume(Optional<BigDecimal> costLimitUsd) {}

    /** Nobody has to send a body who has nothing to say. */
    void resume(Context ctx) throws IOException {
        var limit = JsonBody.isThere(ctx)
                ? JsonBody.read(ctx).as(Resume.class).costLimitUsd()
                : Optional.<BigDecimal>empty();
        var user = RequestScope.user(ctx.req());
        var run = RunHandlers.id(ctx);
        send(ctx, limit.isPresent() ? runs.resume(user, run, limit.get()) : runs.resume(user, run));
    }

    Handler stop() {
        return steering(runs::stop);
    }

    Handler retry() {
        return steering(runs::retry);
    }

    private static Handler steering(Steering how) {
        return ctx -> send(ctx, how.apply(RequestScope.user(ctx.req()), RunHandlers.id(ctx)));
    }

    private record Post(Optional<String> decision, Optional<String> comment) {

        Review review() {
            var fields = new Fields();
            var chosen = fields.choice("decision", decision, Review.Verdict.class);
            if (decision.isEmpty()) {
                fields.required("decision", chosen, Review.Verdict.APPROVE);
            }
            return fields.build(() -> new Review(chosen.orElse(Review.Verdict.APPROVE), comment.orElse("")));
        }
    }

    void review(Context ctx) throws IOException {
        var node = ctx.pathParam(NODE);
        if (!NodeId.isLegal(node)) {
            throw FailureProblems.notFound().exception();
        }
        var review = JsonBody.read(ctx).as(Post.class).review();
        send(ctx, runs.review(RequestScope.user(ctx.req()), RunHandlers.id(ctx), new NodeId(node), review));
    }

    private static void send(Context ctx, Run run) throws IOException {
        ctx.header("ETag", RunHandlers.tag(run).text());
        Json.send(ctx, 202, RunJson.of(run));
    }
}
