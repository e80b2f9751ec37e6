package dev.atelier.adapter.http;

import dev.atelier.domain.search.SearchMode;
import dev.atelier.port.in.search.Search;
import dev.atelier.port.in.search.SearchRequest;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/** {@code /projects/{id}/search}. */
final class SearchHandlers {

    private final Search search;

    SearchHandlers(Search search) {
        this.search = search;
    }

    private record Post(Optional<String> query, Optional<Integer> limit, Optional<String> mode) {

        SearchRequest request() {
            var fields = new Fields();
            var wanted = fields.required("query", query, "-");
            var how = fields.choice("mode", mode, SearchMode.class).orElse(SearchMode.HYBRID);
            return fields.build(() -> new SearchRequest(wanted, limit.orElse(SearchRequest.LIMIT_DEFAULT), how));
        }
    }

    void post(Context ctx) throws IOException {
        var project = ProjectHandlers.id(ctx);
        var request = JsonBody.read(ctx).as(Post.class).request();
        Json.send(ctx, 200, PassagesJson.of(search.search(RequestScope.user(ctx.req()), project, request)));
    }
}
