package dev.atelier.architecture.broken.nobodyknowsbootstrap.adapter.r2;

import dev.atelier.architecture.broken.nobodyknowsbootstrap.bootstrap.AppConfig;

record Culprit(AppConfig settings) {}
