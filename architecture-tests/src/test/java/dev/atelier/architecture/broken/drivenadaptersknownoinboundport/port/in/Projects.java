package dev.atelier.architecture.broken.drivenadaptersknownoinboundport.port.in;

public interface Projects {}
