package dev.atelier.architecture.broken.httpknowsoutboundportsfortheverifieralone.port.out;

public interface ProjectRepository {}
