package dev.atelier.testkit.memory;

import dev.atelier.domain.file.FileState;
import dev.atelier.domain.file.StoredFile;

/**
 * A file.
 *
 * @param ofProject whether the project that it names still exists
 */
record FileRow(StoredFile file, boolean ofProject) {

    FileRow withoutProject() {
        return new FileRow(file, false);
    }

    boolean isDeleting() {
        return file.state() == FileState.DELETING;
    }

    FileRow deleting() {
        return new FileRow(file.deleting(), ofProject);
    }
}
