package dev.atelier.architecture.broken.adaptersknownousecase.application;

public interface UseCase {}
