package dev.atelier.architecture.broken.webservicesknowonlyportfailuresandjackson.web;

import dev.atelier.architecture.broken.webservicesknowonlyportfailuresandjackson.port.out.Repository;

record Culprit(Repository port) {}
