package dev.atelier.architecture.broken.adaptersknownootheradapter.adapter.redis;

public interface Bell {}
