package dev.atelier.architecture.broken.webservicesknowonlyportfailuresandjackson.port.out;

public interface Repository {}
