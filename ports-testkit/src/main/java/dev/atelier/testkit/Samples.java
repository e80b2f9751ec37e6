package dev.atelier.testkit;

import dev.atelier.domain.account.UserId;
import dev.atelier.domain.document.Document;
import dev.atelier.domain.document.DocumentDetails;
import dev.atelier.domain.document.DocumentId;
import dev.atelier.domain.document.DocumentStatus;
import dev.atelier.domain.document.MediaType;
import dev.atelier.domain.file.Content;
import dev.atelier.domain.file.FileDetails;
import dev.atelier.domain.file.FileId;
import dev.atelier.domain.file.ObjectKey;
import dev.atelier.domain.file.StoredFile;
import dev.atelier.domain.id.UuidV7Sequence;
import dev.atelier.domain.job.Job;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.Queue;
import dev.atelier.domain.job.Task;
import dev.atelier.domain.project.Project;
import dev.atelier.domain.project.ProjectDetails;
import dev.atelier.domain.project.ProjectId;
import dev.atelier.domain.run.Run;
import dev.atelier.domain.run.RunId;
import dev.atelier.domain.value.Value;
import dev.atelier.domain.value.Value.ListValue;
import dev.atelier.domain.value.Value.NullValue;
import dev.atelier.domain.value.Value.NumberValue;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.domain.workflow.Workflow;
import dev.atelier.domain.workflow.WorkflowDetails;
import dev.atelier.domain.workflow.WorkflowId;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Things to store, each with an id of its own, made one after another. */
final class Samples {

    /** An instant with all the digits that must survive: whole microseconds. */
    static final Instant AT = Instant.parse("2026-03-29T01:30:00.123457Z");

    /** Later than {@link #AT}. */
    static final Instant LATER = Instant.parse("2026-10-25T01:30:00.999999Z");

    /** Text that has been the end of many a program. It begins and ends with a letter. */
    static final String ODD_TEXT = String.join(
            " ",
            "a",
            "e\u0301 \u00e9", // combining, and composed: two texts that look the same
            "\u05e9\u05dc\u05d5\u05dd \u202eabc\u202c \u0645\u0631\u062d\u0628\u0627", // right to left, with its marks
            "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67 \ud83c\uddf9\ud83c\uddf7 \ud83d\udc4d\ud83c\udffd", // one
            // sign each
            "\ud840\udc0b \ud835\udd18", // four bytes in UTF-8
            "\ufeff\u200b\ue000", // marks that nobody sees, and what means something to its owner only
            "\u0130i I\u0131 \u00df \u1e9e", // letters whose case depends on the language
            "'; drop table users; -- \" \\ \\u0041 $1 ? :name @name {x} {{x.y}} %s %n ${x} <b>&amp;</b>",
            "tab\tline\nreturn\r\nvertical\u000bend",
            "z");

    private static final RandomGenerator RANDOM = new SecureRandom();
    private static final UuidV7Sequence IDS = new UuidV7Sequence(() -> AT, RANDOM);

    private Samples() {}

    /** An id that is greater than all before it. */
    static UUID newId() {
        return IDS.next();
    }

    static UserId nobody() {
        return new UserId(newId());
    }

    static Project project(UserId owner) {
        return project(owner, newId());
    }

    static Project project(UserId owner, UUID id) {
        return Project.create(new ProjectId(id), owner, new ProjectDetails("Spring campaign", "All of it"), AT);
    }

    static Document document(Project project) {
        return document(project, "content");
    }

    static Document document(Project project, String content) {
        return document(project, newId(), content);
    }

    static Document document(Project project, UUID id, String content) {
        return Document.write(
                new DocumentId(id),
                project.owner(),
                project.id(),
                new DocumentDetails("Headline", content, MediaType.TEXT, DocumentStatus.DRAFT),
                AT);
    }

    static StoredFile file(Project project) {
        return file(project, newId());
    }

    static StoredFile file(Project project, UUID id) {
        return StoredFile.pending(
                new FileId(id),
                project.owner(),
                project.id(),
                new FileDetails("photo.png", "image/png"),
                ObjectKey.generate(RANDOM),
                AT);
    }

    static ObjectKey newKey() {
        return ObjectKey.generate(RANDOM);
    }

    /** Some content; the same for the same size. */
    static Content content(long size) {
        return new Content(size, "%064x".formatted(size));
    }

    static Workflow workflow(Project project) {
        return workflow(project, newId());
    }

    static Workflow workflow(Project project, UUID id) {
        return Workflow.create(
                new WorkflowId(id),
                project.owner(),
                project.id(),
                new WorkflowDetails("Poster", "Text, then image", definition("first")),
                AT);
    }

    static ObjectValue definition(String mark) {
        return ObjectValue.EMPTY
                .with("nodes", Value.of(List.of(Value.of(mark))))
                .with("edges", Value.of(List.<Value>of()));
    }

    /** A value of every kind and depth, whose keys are in an order that no sorting gives. */
    static ObjectValue oddValue() {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("zulu", Value.of(ODD_TEXT));
        fields.put("alpha", NullValue.NULL);
        fields.put("", Value.of(""));
        fields.put("mike 2", Value.of(true));
        fields.put("mike 10", Value.of(false));
        fields.put(ODD_TEXT, new ListValue(List.of()));
        fields.put("__proto__", ObjectValue.EMPTY);
        fields.put("numbers", new ListValue(numbers()));
        fields.put("control", Value.of("\u0001 \u001f \u007f"));
        fields.put("deep", deep(50));
        return new ObjectValue(fields);
    }

    private static List<Value> numbers() {
        return Stream.of(
                        "0",
                        "-1",
                        "0.1",
                        "0.30",
                        "9007199254740993",
                        "123456789012345678901234567890.123456789",
                        "-0.000000000000000000001")
                .<Value>map(number -> new NumberValue(new BigDecimal(number)))
                .toList();
    }

    private static Value deep(int levels) {
        var value = Value.of("bottom");
        for (int level = 0; level < levels; level++) {
            value = level % 2 == 0
                    ? new ListValue(List.of(value))
                    : ObjectValue.EMPTY.with("z", value).with("a", Value.of(level));
        }
        return value;
    }

    static Run run(Workflow workflow) {
        return run(workflow, newId());
    }

    static Run run(Workflow workflow, UUID id) {
        return Run.of(new RunId(id), workflow, ObjectValue.EMPTY.with("topic", Value.of("tea")), Optional.empty(), AT);
    }

    static Job job(UserId owner) {
        return job(owner, newId());
    }

    static Job job(UserId owner, UUID id) {
        return job(owner, id, Queue.INTERACTIVE);
    }

    static Job job(UserId owner, UUID id, Queue queue) {
        return new Job(new JobId(id), owner, queue, new Task.RemoveDeletedFiles(), Optional.empty());
    }

    static Job job(UserId owner, Queue queue) {
        return job(owner, newId(), queue);
    }

    static Job job(UserId owner, String key) {
        return new Job(new JobId(newId()), owner, Queue.INTERACTIVE, new Task.RemoveDeletedFiles(), Optional.of(key));
    }
}
