package dev.atelier.architecture.broken.drivenadaptersknownoinboundport.adapter.postgres;

import dev.atelier.architecture.broken.drivenadaptersknownoinboundport.port.in.Projects;

record Culprit(Projects port) {}
