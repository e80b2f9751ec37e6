package dev.atelier.architecture.broken.packagesarenullmarked.domain;

record Culprit() {}
