package dev.atelier.domain.workflow;

import java.util.List;

/** Which document an attachment is about. */
public sealed interface Attachable {

    List<Reference> references();

    /** One that an earlier step made: the reference stands for its id, or for a list of ids, of which the first counts. */
    record Made(Reference reference) implements Attachable {
        @Override
        public List<Reference> references() {
            return List.of(reference);
        }
    }

    /** One that the project has already. */
    record InProject(Template id) implements Attachable {
        @Override
        public List<Reference> references() {
            return id.references();
        }
    }
}
