package dev.atelier.adapter.ai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.port.out.health.HealthProbe;
import dev.atelier.web.Answer;
import dev.atelier.web.Call;
import dev.atelier.web.WebService;
import java.util.function.Function;

/** Makes a call that a service answers only to a valid key. */
record KeyProbe(String name, WebService service, Call call, Function<Answer, JsonNode> successful)
        implements HealthProbe {

    @Override
    public void probe() {
        service.call(call, successful);
    }
}
