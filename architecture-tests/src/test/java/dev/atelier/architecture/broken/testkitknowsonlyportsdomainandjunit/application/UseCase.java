package dev.atelier.architecture.broken.testkitknowsonlyportsdomainandjunit.application;

public interface UseCase {}
