package dev.atelier.architecture.broken.applicationknowsonlyportsanddomain.application;

import dev.atelier.architecture.broken.applicationknowsonlyportsanddomain.adapter.postgres.Database;

record Culprit(Database adapter) {}
