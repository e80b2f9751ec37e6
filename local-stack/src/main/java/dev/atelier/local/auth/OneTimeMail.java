package dev.atelier.local.auth;

import dev.atelier.local.mail.Mail;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What the mail with a one-time token says. */
record OneTimeMail(URI authUrl, OneTimeTokenType type) {

    private static final String RECOVERY = """
            Somebody, most likely you, wants to reset the password of %1$s.

            To choose a new one, open this link within an hour. It works once:

            %2$s

            If you are asked for a code instead, enter %3$s.

            If it was not you, do nothing: your password stays as it is.
            """;

    private static final String CONFIRMATION = """
            Somebody, most likely you, has signed up as %1$s.

            To confirm that this is your address, open this link within an hour. It works once:

            %2$s

            If you are asked for a code instead, enter %3$s.

            If it was not you, do nothing.
            """;

    Mail to(String email, String hash, String code, URI redirectTo, Instant now) {
        return switch (type) {
            case RECOVERY ->
                mail(
                        "Reset your password",
                        RECOVERY,
                        email,
                        link(hash, VerificationType.RECOVERY, redirectTo),
                        code,
                        now);
            case CONFIRMATION ->
                mail(
                        "Confirm your address",
                        CONFIRMATION,
                        email,
                        link(hash, VerificationType.SIGNUP, redirectTo),
                        code,
                        now);
        };
    }

    private static Mail mail(String subject, String template, String email, URI link, String code, Instant now) {
        return new Mail(email, subject, template.formatted(email, link, code), link, code, now);
    }

    private URI link(String hash, VerificationType verification, URI redirectTo) {
        return URI.create("%s/verify?token=%s&type=%s&redirect_to=%s"
                .formatted(
                        authUrl,
                        hash,
                        verification.text(),
                        URLEncoder.encode(redirectTo.toString(), StandardCharsets.UTF_8)));
    }
}
