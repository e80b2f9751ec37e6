package dev.atelier.adapter.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/** Every address, and who answers. */
final class Routes {

    static final String API = "/api/v1";
    static final String PROJECTS = API + "/projects";
    static final String DOCUMENTS = API + "/documents";
    static final String FILES = API + "/files";
    static final String WORKFLOWS = API + "/workflows";
    static final String RUNS = API + "/runs";
    static final String JOBS = API + "/jobs";

    private static final String EVERYTHING_OF_THE_API = "/api/*";
    private static final String ID = "/{" + PathId.NAME + "}";

    private final RoutesConfig routes;

    Routes(RoutesConfig routes) {
        this.routes = routes;
    }

    void declare(HttpPorts ports, HttpSettings settings, EventStreams streams) {
        var posts = new IdempotentPosts(ports.idempotentRequests());
        // Javalin begins every answer with a type, also the ones that will have no body.
        routes.before(ctx -> ctx.res().setContentType(null));
        routes.before(
                EVERYTHING_OF_THE_API,
                new Authentication(ports.tokenVerifier(), ports.accounts(), settings.anonymousUsers()));

        var account = new AccountHandlers(ports.accounts());
        get(API + "/me", account::get);
        patch(API + "/me", account::patch);
        get(API + "/me/usage", new UsageHandlers(ports.usageReports())::get);

        var projects = new ProjectHandlers(ports.projects(), posts);
        get(PROJECTS, projects::list);
        post(PROJECTS, projects::post);
        get(PROJECTS + ID, projects::get);
        patch(PROJECTS + ID, projects::patch);
        delete(PROJECTS + ID, projects::delete);

        var documents = new DocumentHandlers(ports.documents(), posts);
        get(PROJECTS + ID + "/documents", documents::list);
        post(PROJECTS + ID + "/documents", documents::post);
        get(DOCUMENTS + ID, documents::get);
        patch(DOCUMENTS + ID, documents::patch);
        delete(DOCUMENTS + ID, documents::delete);

        var search = new SearchHandlers(ports.search());
        post(PROJECTS + ID + "/search", search::post);
        routes.post(PROJECTS + ID + "/ask", new AskHandler(ports.search())::post);

        var files = new FileHandlers(ports.files());
        var upload = new FileUpload(ports.files(), posts, settings.uploadMaxBytes());
        post(PROJECTS + ID + "/documents/upload", new DocumentUpload(ports.documents(), upload)::post);
        var download = new FileDownload(ports.files());
        get(PROJECTS + ID + "/files", files::list);
        post(PROJECTS + ID + "/files", ctx -> upload.post(ctx, (stored, fields) -> FileHandlers.created(stored)));
        get(FILES + ID, files::get);
        delete(FILES + ID, files::delete);
        routes.get(FILES + ID + "/content", download::get);
        routes.head(FILES + ID + "/content", download::head);
        get(FILES + ID + "/signed-url", files::signedUrl);
        var direct = new DirectUploadHandlers(ports.files(), posts);
        post(PROJECTS + ID + "/files/uploads", direct::post);
        post(FILES + ID + "/complete", direct::complete);

        var workflows = new WorkflowHandlers(ports.workflows(), posts);
        get(PROJECTS + ID + "/workflows", workflows::list);
        post(PROJECTS + ID + "/workflows", workflows::post);
        get(WORKFLOWS + ID, workflows::get);
        put(WORKFLOWS + ID, workflows::put);
        delete(WORKFLOWS + ID, workflows::delete);
        post(WORKFLOWS + "/validate", workflows::validate);

        var templates = new WorkflowTemplateHandlers(ports.workflowTemplates(), posts);
        get(API + "/workflow-templates", templates::list);
        post(PROJECTS + ID + "/workflows/from-template", templates::post);

        var runs = new RunHandlers(ports.runs(), posts);
        var events = new RunEventHandler(ports.runs(), streams, settings.eventStreamKeepAlive());
        post(WORKFLOWS + ID + "/runs", runs::post);
        get(WORKFLOWS + ID + "/runs", runs::list);
        get(RUNS + ID, runs::get);
        get(RUNS + ID + "/steps", runs::steps);
        routes.get(RUNS + ID + "/events", giving(EventWriter.MEDIA_TYPE, events::get));
        routes.head(RUNS + ID + "/events", giving(EventWriter.MEDIA_TYPE, events::head));

        var steering = new RunSteeringHandlers(ports.runs());
        post(RUNS + ID + "/pause", steering.pause());
        post(RUNS + ID + "/resume", steering::resume);
        post(RUNS + ID + "/stop", steering.stop());
        post(RUNS + ID + "/retry", steering.retry());
        post(RUNS + ID + "/steps/{" + RunSteeringHandlers.NODE + "}/review", steering::review);

        var jobs = new JobHandlers(ports.jobs());
        get(JOBS, jobs::list);
        get(JOBS + ID, jobs::get);
        post(JOBS + ID + "/cancel", jobs::cancel);

        var health = new HealthHandlers(ports.health());
        get("/health/live", health::live);
        get("/health/ready", health::report);
        get("/health", health::report);
        var metrics = new MetricsHandler(ports.metrics());
        routes.get("/metrics", metrics::get);
        routes.head("/metrics", metrics::get);

        var description = new OpenApiHandlers();
        get("/openapi.json", description::document);
        get("/docs", OpenApiHandlers.PAGE_TYPE, description::page);
        routes.get("/docs/{file}", description::file);
        routes.head("/docs/{file}", description::file);

        routes.after(ctx -> {
            var matched = ctx.endpoints().matchedHttpEndpoint();
            if (matched != null) {
                RequestScope.route(ctx.req(), matched.path);
            }
        });
    }

    private void get(String path, Handler handler) {
        get(path, Json.MEDIA_TYPE, handler);
    }

    private void get(String path, String mediaType, Handler handler) {
        routes.get(path, giving(mediaType, handler));
        routes.head(path, giving(mediaType, handler));
    }

    private void post(String path, Handler handler) {
        routes.post(path, giving(Json.MEDIA_TYPE, handler));
    }

    private void put(String path, Handler handler) {
        routes.put(path, giving(Json.MEDIA_TYPE, handler));
    }

    private void patch(String path, Handler handler) {
        routes.patch(path, giving(Json.MEDIA_TYPE, handler));
    }

    /** Its answer is empty. */
    private void delete(String path, Handler handler) {
        routes.delete(path, handler);
    }

    private static Handler giving(String mediaType, Handler handler) {
        return ctx -> {
            Acceptable.require(ctx, mediaType);
            handler.handle(ctx);
        };
    }
}
