package dev.atelier.adapter.ai;

import dev.atelier.domain.value.Value.ObjectValue;

/** A text in its final form, and what can be referred to in it. */
record Written(String content, ObjectValue fields) {}
