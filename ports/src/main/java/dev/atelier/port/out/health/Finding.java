package dev.atelier.port.out.health;

/**
 * What was seen when something outside was examined, for the operator to read. It holds no secret.
 *
 * @param seen in words; one line
 * @param remedy what to do about it, whole sentences; empty when there is nothing to do
 */
public record Finding(Severity severity, String seen, String remedy) {

    /** How bad it is. */
    public enum Severity {
        /** As it should be. */
        OK,

        /** It works, and may do harm one day or is of no use as it is. */
        WARNING,

        /** It does not work, or is open to strangers. */
        FAULT
    }

    public static Finding ok(String seen) {
        return new Finding(Severity.OK, seen, "");
    }

    public static Finding warning(String seen, String remedy) {
        return new Finding(Severity.WARNING, seen, remedy);
    }

    public static Finding fault(String seen, String remedy) {
        return new Finding(Severity.FAULT, seen, remedy);
    }
}
