package dev.atelier.adapter.http;

import dev.atelier.domain.project.Project;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.port.in.project.ProjectChange;
import dev.atelier.port.in.project.Projects;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/** {@code /projects}. */
final class ProjectHandlers {

    private final Projects projects;
    private final IdempotentPosts posts;

    ProjectHandlers(Projects projects, IdempotentPosts posts) {
        this.projects = projects;
        this.posts = posts;
    }

    private record Post(Optional<String> name, Optional<String> description) {

        ProjectDetails details() {
            var fields = new Fields();
            var givenName = fields.required("name", name, "-");
            return fields.build(() -> new ProjectDetails(givenName, description.orElse("")));
        }
    }

    private record Patch(Optional<String> name, Optional<String> description) {}

    void list(Context ctx) throws IOException {
        var page = projects.list(RequestScope.user(ctx.req()), Paging.of(ctx));
        Json.send(ctx, 200, PageJson.of(page, ProjectJson::of));
    }

    void post(Context ctx) throws IOException {
        var body = JsonBody.read(ctx);
        var details = body.as(Post.class).details();
        posts.answer(ctx, body, () -> {
            var project = projects.create(RequestScope.user(ctx.req()), details);
            return Answer.created(Routes.PROJECTS + "/" + project.id().value(), tag(project), ProjectJson.of(project));
        });
    }

    void get(Context ctx) throws IOException {
        show(ctx, projects.get(RequestScope.user(ctx.req()), id(ctx)));
    }

    void patch(Context ctx) throws IOException {
        var id = id(ctx);
        var patch = JsonBody.read(ctx).as(Patch.class);
        var change = new ProjectChange(patch.name(), patch.description());
        show(ctx, projects.change(RequestScope.user(ctx.req()), id, change, EntityTag.precondition(ctx)));
    }

    void delete(Context ctx) {
        projects.delete(RequestScope.user(ctx.req()), id(ctx), EntityTag.precondition(ctx));
        Answer.nothing(ctx);
    }

    static ProjectId id(Context ctx) {
        return new ProjectId(PathId.of(ctx));
    }

    private static void show(Context ctx, Project project) throws IOException {
        Answer.show(ctx, tag(project), ProjectJson.of(project));
    }

    private static EntityTag tag(Project project) {
        return EntityTag.ofRevision(project.revision());
    }
}
