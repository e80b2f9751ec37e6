package dev.atelier.port.in.search;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.search.FoundPassage;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds what stands in the documents of a project, and answers questions from it. Documents are found once their ingestion is
 * {@code READY}, and as they were then until it is again.
 *
 * <p>All calls: {@link dev.atelier.domain.error.DomainException.NotFound} when the user has no such project, and
 * {@link dev.atelier.port.PortFailure} when a model or the database does not do what it is asked.
 */
public interface Search {

    /**
     * The passages that fit best, the best first. With {@link dev.atelier.domain.search.SearchMode#HYBRID} words alone are looked
     * for while the model that understands meanings is away.
     */
    List<FoundPassage> search(UserId user, ProjectId project, SearchRequest request);

    /**
     * Answers a question from the documents of the project, in its language. When nothing fits, the answer says so, and no model is
     * asked to write one. What stands in documents is never taken for an instruction.
     *
     * @param onToken is given the text piece by piece as it comes, on the calling thread; void when this throws
     */
    Answer ask(UserId user, ProjectId project, Question question, Consumer<String> onToken);
}
