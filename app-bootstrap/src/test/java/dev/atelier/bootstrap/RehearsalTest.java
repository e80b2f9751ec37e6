package dev.atelier.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    @Test
    void it_needs_no_setting_and_no_service() {
        assertEquals(0, Command.run(Map.of(), "rehearse").exitCode());
    }
}
