package dev.atelier.architecture.broken.adaptersknownootheradapter.adapter.postgres;

import dev.atelier.architecture.broken.adaptersknownootheradapter.adapter.redis.Bell;

record Culprit(Bell adapter) {}
