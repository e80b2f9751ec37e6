package dev.atelier.architecture.broken.domainknowsonlythejdk.domain;

import org.slf4j.Logger;

record Culprit(Logger library) {}
