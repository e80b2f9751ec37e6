package dev.atelier.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.atelier.domain.run.ModelUsage;
import dev.atelier.domain.value.Value.ObjectValue;
import dev.atelier.port.in.job.WorkerOptions;
import dev.atelier.port.out.run.TextModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What was used, and what it cost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsageTest {

    private static final String USAGE = Routes.API + "/me/usage";

    /** What is kept is made searchable, which is usage as well. */
    private static final String KEEPS_NOTHING = """
            {"nodes":[
              {"id":"begin","type":"start","data":{}},
              {"id":"write","type":"text_generation","data":{"prompt":"About tea","save_as_document":false}},
              {"id":"end","type":"finish","data":{"saveToProject":false}}],
             "edges":[{"id":"e1","source":"begin","target":"write"},{"id":"e2","source":"write","target":"end"}]}
            """;

    private final TestServer server = TestServer.start();

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void usageIsToldByDayAndModelToTheLastDigit() {
        server.adapters()
                .textModel()
                .answer(request -> new TextModel.Text(
                        "Tea.",
                        ObjectValue.EMPTY,
                        new ModelUsage("maker/model", 7, 11, 0, new BigDecimal("0.0000123"))));
        var ada = server.newUser();
        var workflow = ada.post(
                        ada.newProject() + "/workflows", "{\"name\":\"Ads\",\"definition\":" + KEEPS_NOTHING + "}")
                .expect(201)
                .header("Location")
                .orElseThrow();
        var run = ada.post(workflow + "/runs", "{\"inputs\":{}}")
                .expect(202)
                .header("Location")
                .orElseThrow();
        try (var worker = server.core().jobs().startWorker(WorkerOptions.DEFAULT)) {
            ada.get(run + "/events").expect(200); // ends with the run
        }

        var usage = ada.get(USAGE).expect(200).json();

        assertEquals(
                LocalDate.parse(usage.path("to").asText()).minusDays(29).toString(),
                usage.path("from").asText());
        assertEquals(7, usage.path("inputTokens").asInt());
        assertEquals(11, usage.path("outputTokens").asInt());
        assertEquals(new BigDecimal("0.0000123"), usage.path("costUsd").decimalValue());
        assertEquals(0, usage.path("unsettled").path("calls").asInt());
        assertEquals(1, usage.path("models").size());
        assertEquals("maker/model", usage.path("models").path(0).path("model").asText());
        assertEquals(1, usage.path("days").size());
        assertEquals(usage.path("models"), usage.path("days").path(0).path("models"));
        assertEquals(usage.path("costUsd"), ada.get(run).json().path("usage").path("costUsd"));

        var nobody = server.newUser().get(USAGE).expect(200).json();
        assertEquals(0, nobody.path("days").size());
        assertEquals(0, nobody.path("costUsd").asInt());
    }

    @Test
    void aPeriodIsAsItIsAskedFor() {
        var usage =
                server.newUser().get(USAGE + "?from=2024-02-29&to=2024-03-01").expect(200);

        assertEquals("2024-02-29", usage.string("from"));
        assertEquals("2024-03-01", usage.string("to"));
        server.newUser().get(USAGE + "?from=2024-01-01&to=2024-12-31").expect(200);
        assertEquals(
                "2024-03-01",
                server.newUser().get(USAGE + "?to=2024-03-30").expect(200).string("from"));
    }

    @Test
    void whatIsWrongWithAPeriodIsToldAtOnce() {
        var ada = server.newUser();

        ada.get(USAGE + "?from=yesterday&to=24.11.2026")
                .expectProblem(422, "validation_failed")
                .expectFault("from")
                .expectFault("to");
        ada.get(USAGE + "?from=2026-02-30")
                .expectProblem(422, "validation_failed")
                .expectFault("from");
        ada.get(USAGE + "?from=2026-11-02&to=2026-11-01")
                .expectProblem(422, "validation_failed")
                .expectFault("to");
        ada.get(USAGE + "?from=2025-01-01&to=2026-01-02")
                .expectProblem(422, "validation_failed")
                .expectFault("from");
        ada.get(USAGE + "?from=-999999999-01-01&to=%2B999999999-12-31")
                .expectProblem(422, "validation_failed")
                .expectFault("from")
                .expectFault("to");
    }
}
