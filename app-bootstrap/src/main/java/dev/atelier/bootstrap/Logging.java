package dev.atelier.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lines on standard output: JSON for machines, or text for people. */
final class Logging {

    private Logging() {}

    /** To be called before the first line is logged; what is wrong with these settings is told with all the others. */
    static void configure(Environment environment) {
        boolean text = environment.find("LOG_FORMAT").filter("text"::equals).isPresent();
        System.setProperty("logback.configurationFile", text ? "logback-text.xml" : "logback-json.xml");
        System.setProperty("LOG_LEVEL", environment.find("LOG_LEVEL").orElse("info"));
    }

    /** For commands whose own words say all there is to say. */
    static void silence() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        }
    }

    static void flush() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.stop();
        }
    }
}
