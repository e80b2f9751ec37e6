package dev.atelier.local.auth;

/** A session as clients get to see it: RFC 6749, section 5.1, and the user. */
record SessionResponse(
        String accessToken, String tokenType, long expiresIn, long expiresAt, String refreshToken, UserResponse user) {

    static SessionResponse of(AccessTokens.Issued accessToken, RefreshToken refreshToken, UserResponse user) {
        return new SessionResponse(
                accessToken.token(),
                "bearer",
                accessToken.lifetime().toSeconds(),
                accessToken.expiresAt().getEpochSecond(),
                refreshToken.token(),
                user);
    }

    /** Shows whose session it is, and none of its tokens. */
    @Override
    public String toString() {
        return "SessionResponse[" + user.id() + "]";
    }
}
