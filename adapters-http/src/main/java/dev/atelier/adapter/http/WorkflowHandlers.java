package dev.atelier.adapter.http;

import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Workflow;
import dev.atelier.domain.workflow.WorkflowDetails;
import dev.atelier.domain.workflow.WorkflowId;
import dev.atelier.port.in.workflow.Workflows;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/** {@code /workflows}, and those of a project. */
final class WorkflowHandlers {

    private final Workflows workflows;
    private final IdempotentPosts posts;

    WorkflowHandlers(Workflows workflows, IdempotentPosts posts) {
        this.workflows = workflows;
        this.posts = posts;
    }

    private record Body(Optional<String> name, Optional<String> description, Optional<ObjectValue> definition) {

        WorkflowDetails details() {
            var fields = new Fields();
            var givenName = fields.required("name", name, "-");
            var givenDefinition = fields.required("definition", definition, ObjectValue.EMPTY);
            return fields.build(() -> new WorkflowDetails(givenName, description.orElse(""), givenDefinition));
        }
    }

    private record Validation(Optional<ObjectValue> definition) {

        ObjectValue required() {
            var fields = new Fields();
            var given = fields.required("definition", definition, ObjectValue.EMPTY);
            return fields.build(() -> given);
        }
    }

    void list(Context ctx) throws IOException {
        var page = workflows.list(RequestScope.user(ctx.req()), ProjectHandlers.id(ctx), Paging.of(ctx));
        Json.send(ctx, 200, PageJson.of(page, WorkflowJson::of));
    }

    void post(Context ctx) throws IOException {
        var project = ProjectHandlers.id(ctx);
        var body = JsonBody.read(ctx);
        var details = body.as(Body.class).details();
        posts.answer(ctx, body, () -> created(workflows.create(RequestScope.user(ctx.req()), project, details)));
    }

    static Answer created(Workflow workflow) {
        return Answer.created(Routes.WORKFLOWS + "/" + workflow.id().value(), tag(workflow), WorkflowJson.of(workflow));
    }

    void get(Context ctx) throws IOException {
        show(ctx, workflows.get(RequestScope.user(ctx.req()), id(ctx)));
    }

    void put(Context ctx) throws IOException {
        var id = id(ctx);
        var details = JsonBody.read(ctx).as(Body.class).details();
        show(ctx, workflows.replace(RequestScope.user(ctx.req()), id, details, EntityTag.precondition(ctx)));
    }

    void delete(Context ctx) {
        workflows.delete(RequestScope.user(ctx.req()), id(ctx), EntityTag.precondition(ctx));
        Answer.nothing(ctx);
    }

    void validate(Context ctx) throws IOException {
        var definition = JsonBody.read(ctx).as(Validation.class).required();
        Json.send(ctx, 200, WorkflowCheckJson.of(workflows.validate(definition)));
    }

    static WorkflowId id(Context ctx) {
        return new WorkflowId(PathId.of(ctx));
    }

    private static void show(Context ctx, Workflow workflow) throws IOException {
        Answer.show(ctx, tag(workflow), WorkflowJson.of(workflow));
    }

    private static EntityTag tag(Workflow workflow) {
        return EntityTag.ofRevision(workflow.version());
    }
}
