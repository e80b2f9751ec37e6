package dev.atelier.adapter.brevo;

import dev.atelier.port.out.health.HealthProbe;
import dev.atelier.web.Call;
import dev.atelier.web.WebService;

/** Asks for the account, which only a valid key may see. */
record AccountProbe(WebService service, Call call) implements HealthProbe {

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void probe() {
        service.call(call, BrevoFailures::successful);
    }
}
