package dev.atelier.architecture.broken.environmentisreadbybootstrapalone.adapter.r2;

record Culprit(String accessKey) {
    static Culprit fromEnvironment() {
        return new Culprit(System.getenv("R2_ACCESS_KEY"));
    }
}
