package dev.atelier.domain.job;

import dev.atelier.domain.account.UserId;
import java.util.Optional;

/** Which jobs are meant; what is empty lets every job through. */
public record JobFilter(Optional<JobState> state, Optional<Queue> queue, Optional<UserId> owner) {

    public static final JobFilter ALL = new JobFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
