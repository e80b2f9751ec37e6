package dev.atelier.architecture.broken.httpknowsoutboundportsfortheverifieralone.adapter.http;

import dev.atelier.architecture.broken.httpknowsoutboundportsfortheverifieralone.port.out.ProjectRepository;

record Culprit(ProjectRepository port) {}
