package dev.atelier.port.in.job;

/** What a worker process calls. */
public interface Jobs {

    /** Starts to do jobs, on threads of its own, until the worker is closed. */
    Worker startWorker(WorkerOptions options);
}
