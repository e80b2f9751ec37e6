package dev.atelier.adapter.brevo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.port.PortFailure.Service;
import dev.atelier.port.out.health.Finding;
import dev.atelier.port.out.mail.Mailer.Recipient;
import dev.atelier.web.Call;
import dev.atelier.web.WebService;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * Looks whether the sender is one that Brevo has verified, or belongs to a domain that it has authenticated
 * (developers.brevo.com/reference/get-senders, get-domains).
 */
record SenderExamination(WebService service, Recipient from) {

    Finding finding() {
        return isSender() || isOfDomain()
                ? Finding.ok("the key is valid, and the sender is verified")
                : Finding.fault(
                        "Brevo has not verified the sender %s, and sends nothing for it".formatted(from.address()),
                        "Verify it under Senders, Domains & Dedicated IPs, or set FROM_EMAIL to a sender that is");
    }

    private boolean isSender() {
        return any(
                "look up the senders",
                "/v3/senders",
                "senders",
                sender -> sender.path("active").asBoolean()
                        && from.address().equalsIgnoreCase(sender.path("email").asText()));
    }

    private boolean isOfDomain() {
        var domain = from.address().substring(from.address().lastIndexOf('@') + 1);
        return any(
                "look up the domains",
                "/v3/senders/domains",
                "domains",
                known -> known.path("authenticated").asBoolean()
                        && domain.equalsIgnoreCase(known.path("domain_name").asText()));
    }

    private boolean any(String what, String path, String list, Predicate<JsonNode> wanted) {
        var answer = service.call(Call.get(Service.MAIL, what, path), BrevoFailures::successful);
        return StreamSupport.stream(answer.path(list).spliterator(), false).anyMatch(wanted);
    }
}
