package dev.atelier.architecture.broken.jsonknowsonlythedomainandjackson.json;

import dev.atelier.architecture.broken.jsonknowsonlythedomainandjackson.port.out.Repository;

record Culprit(Repository port) {}
