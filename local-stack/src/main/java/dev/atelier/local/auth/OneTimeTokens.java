package dev.atelier.local.auth;

import dev.atelier.local.mail.Mail;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the one-time tokens that are mailed, and takes them back. Of the code in the mail only a hash is kept. */
final class OneTimeTokens {

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int CODES = 1_000_000;

    private final URI authUrl;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeTokens(URI authUrl, InstantSource clock) {
        this.authUrl = authUrl;
        this.clock = clock;
    }

    /**
     * Makes a token for a user; the one before of its type is worth nothing from now on.
     *
     * @return the mail, to be delivered once the transaction holds
     * @throws AuthError {@code over_email_send_rate_limit} if the last is less than a minute old
     */
    Mail issue(AuthTables.Transaction tx, User user, OneTimeTokenType type, FlowType flow, URI redirectTo) {
        Instant now = clock.instant();
        tx.oneTimeTokens().lockSentAt(user.id(), type).ifPresent(sentAt -> requirePause(sentAt, now));
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
        String hash = flow.mark(hash(user.email(), code));
        tx.oneTimeTokens().put(user, type, hash, now);
        return new OneTimeMail(authUrl, type).to(user.email(), hash, code, redirectTo, now);
    }

    private static void requirePause(Instant sentAt, Instant now) {
        Duration left = Duration.between(now, sentAt.plus(PAUSE));
        if (left.isPositive()) {
            throw AuthError.tooManyMails(left.toSeconds());
        }
    }

    /** The hashes that the code of a mail may have been kept as: which of the two flows it was is not known. */
    static List<String> hashesOf(EmailAddress email, String code) {
        String hash = hash(email.value(), code);
        return List.of(FlowType.IMPLICIT.mark(hash), FlowType.PKCE.mark(hash));
    }

    private static String hash(String email, String code) {
        return HexFormat.of().formatHex(Digests.sha224(email + code));
    }

    /**
     * Uses up a token that has one of these hashes. Its user has proved that the address is theirs.
     *
     * @return the user; empty if there is no such token, or no longer
     * @throws AuthError {@code user_banned} if its user is
     */
    Optional<User> redeem(AuthTables.Transaction tx, VerificationType type, List<String> hashes) {
        Instant now = clock.instant();
        Optional<User> user = tx.oneTimeTokens()
                .take(type.tokens(), hashes)
                .filter(token -> token.sentAt()
                        .filter(sentAt -> !now.isAfter(sentAt.plus(LIFETIME)))
                        .isPresent())
                .flatMap(token -> tx.users().byId(token.userId()));
        user.ifPresent(found -> {
            if (found.isBannedAt(now)) {
                throw AuthError.bannedUserVerifies();
            }
            tx.users().confirmEmail(found.id(), now);
        });
        return user;
    }
}
