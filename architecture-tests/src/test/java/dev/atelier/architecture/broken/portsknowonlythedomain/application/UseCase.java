package dev.atelier.architecture.broken.portsknowonlythedomain.application;

public interface UseCase {}
