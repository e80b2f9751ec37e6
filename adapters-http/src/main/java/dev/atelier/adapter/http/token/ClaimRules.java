package dev.atelier.adapter.http.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atelier.domain.account.UserId;
import dev.atelier.port.out.account.Verification;
import dev.atelier.port.out.account.Verification.Accepted;
import dev.atelier.port.out.account.Verification.Reason;
import dev.atelier.port.out.account.Verification.Rejected;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What the claims of a token must say to stand for a user. Never anything of {@code user_metadata}: users edit that. */
final class ClaimRules {

    private static final String AUTHENTICATED = "authenticated";
    private static final Set<String> ROLES_OF_KEYS = Set.of("anon", "service_role");

    /** Clocks differ; the one of Supabase's own API allows as much. */
    private static final Duration LEEWAY = Duration.ofSeconds(30);

    /** A week is the most at Supabase; whoever runs it themselves may set more, but nobody sets a year. */
    private static final Duration LONGEST_LIFE = Duration.ofDays(366);

    private static final BigDecimal LAST_SECOND = new BigDecimal("253402300799"); // of the year 9999
    private static final Verification INVALID = new Rejected(Reason.INVALID);

    private final String issuer;
    private final InstantSource clock;

    ClaimRules(String issuer, InstantSource clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    /** @param claims of a token whose signature is right */
    Verification check(JsonNode claims) {
        var now = clock.instant();
        var expiry = time(claims.path("exp"));
        if (expiry.isEmpty() || isInFuture(claims.path("iat"), now) || isInFuture(claims.path("nbf"), now)) {
            return INVALID;
        }
        var expiresAt = expiry.get();
        if (ROLES_OF_KEYS.contains(String.valueOf(claims.path("role").textValue()))) {
            return new Rejected(expiresAt.isAfter(now) ? Reason.ROLE_NOT_ALLOWED : Reason.EXPIRED);
        }
        if (!isForUs(claims) || expiresAt.isAfter(now.plus(LONGEST_LIFE))) {
            return INVALID;
        }
        var user = user(claims, expiresAt);
        if (user.isEmpty()) {
            return INVALID;
        }
        return expiresAt.isAfter(now) ? user.get() : new Rejected(Reason.EXPIRED);
    }

    private boolean isForUs(JsonNode claims) {
        return issuer.equals(claims.path("iss").textValue())
                && AUTHENTICATED.equals(claims.path("role").textValue())
                && isAudience(claims.path("aud"));
    }

    private static boolean isAudience(JsonNode audience) {
        return audience.isArray()
                ? StreamSupport.stream(audience.spliterator(), false)
                        .anyMatch(one -> AUTHENTICATED.equals(one.textValue()))
                : AUTHENTICATED.equals(audience.textValue());
    }

    private static Optional<Accepted> user(JsonNode claims, Instant expiresAt) {
        var anonymous = claims.path("is_anonymous");
        if (!anonymous.isMissingNode() && !anonymous.isBoolean()) {
            return Optional.empty();
        }
        return uuid(claims.path("sub"))
                .flatMap(user -> uuid(claims.path("session_id"))
                        .map(session -> new Accepted(new UserId(user), expiresAt, session, anonymous.booleanValue())));
    }

    /** The JDK also reads what nobody writes, such as {@code 1-2-3-4-5}. */
    private static Optional<UUID> uuid(JsonNode claim) {
        var text = claim.textValue();
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text))
                    .filter(uuid -> uuid.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A claim that says nothing about the future says nothing wrong; one that is not a time does. */
    private static boolean isInFuture(JsonNode claim, Instant now) {
        return !claim.isMissingNode()
                && time(claim).map(at -> at.isAfter(now.plus(LEEWAY))).orElse(true);
    }

    /** Seconds since 1970 (RFC 7519, section 2), fractions allowed. */
    private static Optional<Instant> time(JsonNode claim) {
        return Optional.of(claim)
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .filter(seconds -> seconds.signum() >= 0 && seconds.compareTo(LAST_SECOND) <= 0)
                .map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
    }
}
