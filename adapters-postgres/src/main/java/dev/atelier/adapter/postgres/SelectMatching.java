package dev.atelier.adapter.postgres;

import dev.atelier.domain.search.FoundPassage;
import dev.atelier.domain.search.SearchScope;
import dev.atelier.port.out.search.PassageIndex.Need;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Finds the passages that have the words of a query, those of each language by the rules of that language, with accents or without.
 * One search in the index of words: the mark of project and language is a word among the others. A word that few of those found have
 * counts more than one that many have.
 */
record SelectMatching(SearchScope scope, String query, Need need, int limit) {

    /** Of more passages than these, which have the words of a query all the same, some are not ranked. */
    private static final int RANKED = 20_000;

    /** What is parsed into words takes time; no query that a person types is as long. */
    private static final int READ = 2_000;

    List<FoundPassage> in(Handle handle) {
        var words = TextSearch.searchable(query.length() > READ ? query.substring(0, READ) : query);
        return handle.createQuery("""
                        with asked as materialized (%1$s),
                            wanted as materialized (
                                select language, case when :any and parsed::text !~ '!'
                                    then replace(parsed::text, ' & ', ' | ')::tsquery else parsed end as query
                                from asked where numnode(parsed) > 0),
                            found as materialized (
                                select p.*, wanted.query from wanted join public.passages p
                                on p.words @@ ((:scope || '_' || wanted.language)::tsquery && wanted.query)
                                where p.owner_id = :owner and p.project_id = :project and p.language = wanted.language
                                limit %2$d),
                            single as materialized (
                                select language, plainto_tsquery('simple', lexeme) as word from asked,
                                    unnest(tsvector_to_array(to_tsvector(language::regconfig, :plain))) as lexeme),
                            rare as materialized (
                                select language, word, ln(1 + (select count(*) from found)::real / count(*)) as weight
                                from found join single using (language) where words @@ word group by language, word),
                            best as (
                                select found.*, coalesce((
                                    select sum(ts_rank(found.words, rare.word) * rare.weight) from rare
                                    where rare.language = found.language), 0) as score
                                from found order by score desc, document_id, ordinal limit :limit)
                        select %3$s, best.score from best join public.documents d on d.id = best.document_id
                        order by best.score desc, best.document_id, best.ordinal
                        """.formatted(asked(), RANKED, PassageRows.columns("best")))
                .bind("query", words)
                .bind("plain", TextSearch.withoutAccents(words))
                .bind("any", need == Need.ANY)
                .bind("scope", TextSearch.mark(scope.project()))
                .bind("owner", scope.owner().value())
                .bind("project", scope.project().value())
                .bind("limit", limit)
                .map(PassageRows.FOUND)
                .list();
    }

    /** One row a language. */
    private static String asked() {
        return Arrays.stream(TextSearch.values())
                .map(each -> """
                        select '%1$s' as language, case
                            when :query = :plain or numnode(websearch_to_tsquery('%1$s', :plain)) = 0
                                then websearch_to_tsquery('%1$s', :query)
                            else websearch_to_tsquery('%1$s', :query) || websearch_to_tsquery('%1$s', :plain) end as parsed
                        """.formatted(each.configuration()))
                .collect(Collectors.joining(" union all "));
    }
}
