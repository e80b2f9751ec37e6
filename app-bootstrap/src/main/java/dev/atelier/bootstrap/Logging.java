package dev.atelier.bootstrap;

import ch.qos.logback.classic.LoggerContext;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Lines on standard output: JSON for machines, or text for people. */
final class Logging {

    private Logging() {}

    /** To be called before the first line is logged. */
    static void configure(Map<String, String> environment) {
        boolean text = "text".equals(environment.get("LOG_FORMAT"));
        System.setProperty("logback.configurationFile", text ? "logback-text.xml" : "logback-json.xml");
        System.setProperty("LOG_LEVEL", AppConfig.logLevel(environment));
    }

    static void flush() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.stop();
        }
    }
}
