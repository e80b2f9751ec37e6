package dev.atelier.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EmbeddedCoreTest {

    private static final List<String> EVENTS = List.of(
            "1 run.queued",
            "2 run.started",
            "3 step.started",
            "4 step.completed",
            "5 step.started",
            "6 step.completed",
            "7 step.started",
            "8 step.completed",
            "9 step.started",
            "10 step.completed",
            "11 run.completed");

    @Test
    @Timeout(60)
    void theRunCompletesAndItsTextAndPictureArePrinted() throws InterruptedException {
        var out = new ByteArrayOutputStream();

        EmbeddedCore.run(new PrintStream(out, true, StandardCharsets.UTF_8));

        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(EVENTS, lines.subList(0, EVENTS.size()));
        assertEquals("== Poster", lines.get(EVENTS.size()));
        assertTrue(lines.contains("== Announcement"), lines::toString);
        assertTrue(
                lines.stream().anyMatch(line -> line.startsWith("The Aurora espresso machine heats up")),
                lines::toString);
    }
}
