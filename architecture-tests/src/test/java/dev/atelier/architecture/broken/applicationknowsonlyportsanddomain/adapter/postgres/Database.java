package dev.atelier.architecture.broken.applicationknowsonlyportsanddomain.adapter.postgres;

public interface Database {}
