package dev.atelier.architecture.broken.jsonknowsonlythedomainandjackson.port.out;

public interface Repository {}
