package dev.atelier.domain.job;

/**
 * The right of one worker to do a job, until its lease runs out. When it has, another worker gets a claim with a higher
 * fencing number, and what is done in the name of this one no longer counts.
 *
 * @param attempt how often the job has been claimed, this time included, from 1
 * @param fence the fencing number
 */
public record Claim(Job job, int attempt, long fence) {}
