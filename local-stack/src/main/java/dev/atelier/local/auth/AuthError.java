package dev.atelier.local.auth;

import java.util.List;

/**
 * A refusal as Supabase Auth words it.
 *
 * <p>The codes are those of its documentation, "Error codes"; clients are to go by them and not by the text.
 */
final class AuthError extends RuntimeException {

    private final int status;
    private final String code;
    private final String text;
    private final List<String> weakPasswordReasons;

    private AuthError(int status, String code, String text, List<String> weakPasswordReasons) {
        super(code + ": " + text, null, false, false);
        this.status = status;
        this.code = code;
        this.text = text;
        this.weakPasswordReasons = weakPasswordReasons;
    }

    private AuthError(int status, String code, String text) {
        this(status, code, text, List.of());
    }

    static AuthError malformedBody() {
        return new AuthError(400, "bad_json", "Could not parse request body as JSON");
    }

    static AuthError invalid(String text) {
        return new AuthError(400, "validation_failed", text);
    }

    static AuthError weakPassword(int minimumLength) {
        return new AuthError(
                422,
                "weak_password",
                "Password should be at least " + minimumLength + " characters.",
                List.of("length"));
    }

    static AuthError samePassword() {
        return new AuthError(422, "same_password", "New password should be different from the old password.");
    }

    static AuthError userAlreadyExists() {
        return new AuthError(422, "user_already_exists", "User already registered");
    }

    static AuthError emailExists() {
        return new AuthError(422, "email_exists", "A user with this email address has already been registered");
    }

    static AuthError anonymousSignInsDisabled() {
        return new AuthError(422, "anonymous_provider_disabled", "Anonymous sign-ins are disabled");
    }

    static AuthError invalidCredentials() {
        return new AuthError(400, "invalid_credentials", "Invalid login credentials");
    }

    static AuthError userBanned() {
        return new AuthError(400, "user_banned", "User is banned");
    }

    static AuthError emailNotConfirmed() {
        return new AuthError(400, "email_not_confirmed", "Email not confirmed");
    }

    /** What a ban says to who brings a one-time token; signing in says it with another status. */
    static AuthError bannedUserVerifies() {
        return new AuthError(403, "user_banned", "User is banned");
    }

    static AuthError tooManyMails(long secondsLeft) {
        return new AuthError(
                429,
                "over_email_send_rate_limit",
                "For security purposes, you can only request this after " + secondsLeft + " seconds.");
    }

    static AuthError linkExpired() {
        return new AuthError(403, "otp_expired", "Email link is invalid or has expired");
    }

    static AuthError codeExpired() {
        return new AuthError(403, "otp_expired", "Token has expired or is invalid");
    }

    static AuthError flowStateNotFound() {
        return new AuthError(404, "flow_state_not_found", "invalid flow state, no valid flow state found");
    }

    static AuthError noFlowStateForLink() {
        return new AuthError(
                400, "flow_state_not_found", "No associated flow state found. No valid flow state found for user.");
    }

    static AuthError flowStateExpired() {
        return new AuthError(422, "flow_state_expired", "invalid flow state, flow state has expired");
    }

    static AuthError badCodeVerifier() {
        return new AuthError(400, "bad_code_verifier", "code challenge does not match previously saved code verifier");
    }

    static AuthError refreshTokenNotFound() {
        return new AuthError(400, "refresh_token_not_found", "Invalid Refresh Token: Refresh Token Not Found");
    }

    static AuthError refreshTokenAlreadyUsed() {
        return new AuthError(400, "refresh_token_already_used", "Invalid Refresh Token: Already Used");
    }

    static AuthError noAuthorization() {
        return new AuthError(401, "no_authorization", "This endpoint requires a valid Bearer token");
    }

    static AuthError badToken(String reason) {
        return new AuthError(403, "bad_jwt", reason);
    }

    static AuthError sessionNotFound() {
        return new AuthError(403, "session_not_found", "Session from session_id claim in JWT does not exist");
    }

    static AuthError userNotFound() {
        return new AuthError(403, "user_not_found", "User from sub claim in JWT does not exist");
    }

    static AuthError unexpected(String text) {
        return new AuthError(500, "unexpected_failure", text);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** What a person may read. */
    String text() {
        return text;
    }

    /** What an address that somebody is sent back to calls it: RFC 6749, section 4.1.2.1. */
    String oauthError() {
        return switch (status) {
            case 401 -> "unauthorized_client";
            case 403 -> "access_denied";
            case 500 -> "server_error";
            default -> "invalid_request";
        };
    }

    /** Why a password is too weak; empty for every other error. */
    List<String> weakPasswordReasons() {
        return weakPasswordReasons;
    }
}
