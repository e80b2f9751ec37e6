package dev.atelier.adapter.http;

import dev.atelier.port.in.workflow.WorkflowTemplates;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code /workflow-templates}, and workflows made from them. */
final class WorkflowTemplateHandlers {

    private final WorkflowTemplates templates;
    private final IdempotentPosts posts;

    WorkflowTemplateHandlers(WorkflowTemplates templates, IdempotentPosts posts) {
        this.templates = templates;
        this.posts = posts;
    }

    /** All of them are a page: there is no next one. */
    private record All(List<WorkflowTemplateJson> items, Optional<String> nextCursor) {}

    private record Body(Optional<String> templateId, Optional<String> name) {

        String required() {
            var fields = new Fields();
            var given = fields.required("templateId", templateId, "");
            return fields.build(() -> given);
        }
    }

    void list(Context ctx) throws IOException {
        var language = PreferredLanguage.of(ctx);
        var items = templates.list().stream()
                .map(template -> WorkflowTemplateJson.of(template, language))
                .toList();
        PreferredLanguage.tell(ctx, language);
        Json.send(ctx, 200, new All(items, Optional.empty()));
    }

    void post(Context ctx) throws IOException {
        var project = ProjectHandlers.id(ctx);
        var body = JsonBody.read(ctx);
        var wanted = body.as(Body.class);
        var request = new WorkflowTemplates.Request(wanted.required(), PreferredLanguage.of(ctx), wanted.name());
        posts.answer(
                ctx,
                body,
                () -> WorkflowHandlers.created(templates.create(RequestScope.user(ctx.req()), project, request)));
    }
}
