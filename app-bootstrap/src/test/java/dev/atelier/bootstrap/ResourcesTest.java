package dev.atelier.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourcesTest {

    private final List<String> closed = new ArrayList<>();
    private final Resources resources = new Resources();

    @Test
    void what_was_opened_last_is_closed_first_and_once() {
        resources.add(() -> closed.add("database"));
        resources.add(() -> closed.add("http"));

        resources.close();
        resources.close();

        assertEquals(List.of("http", "database"), closed);
    }

    @Test
    void one_that_cannot_be_closed_does_not_keep_the_others_open() {
        resources.add(() -> closed.add("database"));
        resources.add(() -> {
            throw new IllegalStateException("stuck");
        });

        resources.close();

        assertEquals(List.of("database"), closed);
    }
}
