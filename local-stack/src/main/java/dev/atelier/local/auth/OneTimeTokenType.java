package dev.atelier.local.auth;

/** What a one-time token proves, by its name in {@code auth.one_time_tokens}. */
enum OneTimeTokenType {
    /** That the address of a new user is theirs. */
    CONFIRMATION("confirmation_token", "confirmation_sent_at"),
    /** That somebody who forgot the password reads the mail of the user. */
    RECOVERY("recovery_token", "recovery_sent_at");

    private final String column;
    private final String sentAtColumn;

    OneTimeTokenType(String column, String sentAtColumn) {
        this.column = column;
        this.sentAtColumn = sentAtColumn;
    }

    /** The type in {@code auth.one_time_tokens}, and the column of {@code auth.users} that holds the hash as well. */
    String column() {
        return column;
    }

    /** The column of {@code auth.users} that says when it was mailed. */
    String sentAtColumn() {
        return sentAtColumn;
    }
}
