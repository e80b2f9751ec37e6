package dev.atelier.adapter.ai;

import dev.atelier.domain.run.ModelUsage;
import dev.atelier.port.out.run.WebSearch;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Pages that could be there: what people write about every subject, with the subject put in. */
final class ImaginaryWeb implements WebSearch {

    private static final List<String> KINDS =
            List.of("overview", "guide", "people", "trends", "questions", "mistakes", "numbers", "checklist");
    private static final List<String> DOMAINS = List.of("example.org", "example.com", "example.net");
    private static final Pattern NOT_IN_PATHS = Pattern.compile("[^a-z0-9]+");
    private static final int SUBJECT_MAX = 80;

    @Override
    public Findings search(Request request) {
        var language = Language.of(request.query());
        var subject = subject(request.query());
        var domains = domains(request);
        int count = domains.isEmpty() ? 0 : Math.min(request.maxResults(), KINDS.size());
        var pages = IntStream.range(0, count)
                .mapToObj(rank -> page(language, subject, domains.get(rank % domains.size()), rank))
                .toList();
        return new Findings(
                language.phrase("search.answer", subject),
                pages,
                new ModelUsage(OfflineModels.SEARCH_NAME, 0, 0, 0, BigDecimal.ZERO));
    }

    private static String subject(String query) {
        var named = TopicPhrase.in(List.of(query));
        var subject = named.isEmpty() ? TopicPhrase.trimmed(query) : named;
        return subject.isBlank() ? PlainText.cut(query.strip(), SUBJECT_MAX) : subject;
    }

    private static List<String> domains(Request request) {
        var wanted = request.includeDomains().isEmpty() ? DOMAINS : request.includeDomains();
        return wanted.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .filter(domain -> address(domain, "").isPresent())
                .filter(domain -> request.excludeDomains().stream().noneMatch(excluded -> belongs(domain, excluded)))
                .toList();
    }

    private static boolean belongs(String domain, String other) {
        var parent = other.strip().toLowerCase(Locale.ROOT);
        return domain.equals(parent) || domain.endsWith("." + parent);
    }

    private static Result page(Language language, String subject, String domain, int rank) {
        var kind = KINDS.get(rank);
        var words = NOT_IN_PATHS.matcher(Words.fold(subject)).replaceAll("-");
        return new Result(
                language.phrase("search.%s.title".formatted(kind), subject),
                address(domain, "%s/%s".formatted(kind, words)).orElseThrow(),
                language.phrase("search.%s.text".formatted(kind), subject),
                (double) (KINDS.size() - rank) / KINDS.size());
    }

    private static Optional<URI> address(String domain, String path) {
        try {
            return Optional.of(new URI("https://%s/%s".formatted(domain, path)))
                    .filter(uri -> domain.equals(uri.getHost()));
        } catch (URISyntaxException e) {
            return Optional.empty(); // nobody could have a page there
        }
    }
}
