package dev.atelier.bootstrap;

/**
 * Something that is wrong with a setting.
 *
 * @param variable the environment variable
 * @param problem what is wrong; never holds a secret
 * @param remedy what to do
 */
record ConfigFault(String variable, String problem, String remedy) {

    @Override
    public String toString() {
        return "%s: %s. %s".formatted(variable, problem, remedy);
    }
}
