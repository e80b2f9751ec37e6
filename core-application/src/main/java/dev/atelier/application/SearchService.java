package dev.atelier.application;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.search.FoundPassage;
import dev.atelier.domain.search.SearchScope;
import dev.atelier.port.in.search.Answer;
import dev.atelier.port.in.search.Question;
import dev.atelier.port.in.search.Search;
import dev.atelier.port.in.search.SearchRequest;
import dev.atelier.port.out.project.ProjectRepository;
import java.util.List;
import java.util.function.Consumer;

final class SearchService implements Search {

    private final ProjectRepository projects;
    private final Retrieval retrieval;
    private final Answering answering;
    private final UserCalls payers;

    SearchService(ProjectRepository projects, Retrieval retrieval, Answering answering, UserCalls payers) {
        this.projects = projects;
        this.retrieval = retrieval;
        this.answering = answering;
        this.payers = payers;
    }

    @Override
    public List<FoundPassage> search(UserId user, ProjectId project, SearchRequest request) {
        ProjectService.find(projects, user, project);
        return retrieval
                .find(payers.of(user), new SearchScope(user, project), request.query(), request.mode(), request.limit())
                .passages();
    }

    @Override
    public Answer ask(UserId user, ProjectId project, Question question, Consumer<String> onToken) {
        ProjectService.find(projects, user, project);
        return answering.answer(payers.of(user), new SearchScope(user, project), question, onToken);
    }
}
