package dev.atelier.port.out.account;

/**
 * Tells whether an access token is one that the identity provider gave to a user, and still valid.
 *
 * <p>Safe for use by many threads. A token that was accepted may be remembered until it expires.
 */
public interface TokenVerifier {

    /**
     * Examines a token; anything at all may be given.
     *
     * @return what was found; never an exception for a bad token
     * @throws dev.atelier.port.PortFailure.Retryable when the provider's keys are needed and cannot be had now
     */
    Verification verify(String token);
}
