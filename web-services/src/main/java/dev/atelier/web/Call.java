package dev.atelier.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.port.PortFailure;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of a service.
 *
 * @param service who is blamed for a failure
 * @param what it does, to follow "cannot": {@code write a text}
 * @param path below the base address, with its first slash
 * @param body JSON; empty to ask with GET
 * @param harmless whether it may be made again when its outcome is not known
 * @param slow whether the service is silent until it is done, so that only the total time counts
 * @param answerMax how large the answer may be, in bytes
 * @param confidential texts of users, which no failure may quote
 */
public record Call(
        PortFailure.Service service,
        String what,
        String path,
        Optional<String> body,
        boolean harmless,
        boolean slow,
        int answerMax,
        List<String> confidential) {

    private static final int ANSWER_MAX = 4 * 1024 * 1024;

    public Call {
        confidential = List.copyOf(confidential);
    }

    /** Asks for something; harmless. */
    public static Call get(PortFailure.Service service, String what, String path) {
        return new Call(service, what, path, Optional.empty(), true, false, ANSWER_MAX, List.of());
    }

    /** Has something done, which may cost money. */
    public static Call post(PortFailure.Service service, String what, String path, JsonNode body) {
        return new Call(service, what, path, Optional.of(body.toString()), false, false, ANSWER_MAX, List.of());
    }

    /** The same call, which may be made again. */
    public Call asHarmless() {
        return new Call(service, what, path, body, true, slow, answerMax, confidential);
    }

    /** The same call to a service that is silent until it is done. */
    public Call asSlow() {
        return new Call(service, what, path, body, harmless, true, answerMax, confidential);
    }

    /** The same call with an answer of at most so many bytes. */
    public Call withAnswerMax(int bytes) {
        return new Call(service, what, path, body, harmless, slow, bytes, confidential);
    }

    /** The same call, whose failures do not quote {@code texts}. */
    public Call hiding(List<String> texts) {
        return new Call(service, what, path, body, harmless, slow, answerMax, texts);
    }
}
