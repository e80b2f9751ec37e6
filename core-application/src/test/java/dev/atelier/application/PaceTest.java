package dev.atelier.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace(8, 500);

    @Test
    void nothing_is_claimed_ahead_before_anything_is_known() {
        assertEquals(0, pace.ahead());
    }

    @Test
    void nothing_is_claimed_ahead_of_jobs_of_seconds() {
        took(100, Duration.ofSeconds(10));

        assertEquals(0, pace.ahead());
    }

    @Test
    void ahead_of_short_jobs_as_many_are_claimed_as_begin_within_a_moment() {
        took(100, Duration.ofMillis(5));

        assertTrue(pace.ahead() > 60 && pace.ahead() <= 72, () -> pace.ahead() + " ahead");
    }

    @Test
    void never_more_are_claimed_ahead_than_allowed() {
        took(100, Duration.ofNanos(10));

        assertEquals(500, pace.ahead());
    }

    @Test
    void a_long_job_after_many_short_ones_ends_it() {
        took(100, Duration.ofNanos(10));
        took(1, Duration.ofSeconds(1));

        assertEquals(0, pace.ahead());
    }

    private void took(int jobs, Duration each) {
        for (int i = 0; i < jobs; i++) {
            pace.took(each);
        }
    }
}
