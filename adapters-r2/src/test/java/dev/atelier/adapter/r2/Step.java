package dev.atelier.adapter.r2;

/** The requests that an upload of one part, one of three, and one of known length consist of. */
enum Step {
    PUT(1, "PUT (?!.*uploadId).*"),
    BEGIN(11, "POST .*uploads.*"),
    PART_1(11, ".*partNumber=1.*"),
    PART_2(11, ".*partNumber=2.*"),
    PART_3(11, ".*partNumber=3.*"),
    COMPLETE(11, "POST .*uploadId.*"),
    STREAM(11, "PUT (?!.*uploadId).*");

    private final int mebibytes;
    private final String requestLine;

    Step(int mebibytes, String requestLine) {
        this.mebibytes = mebibytes;
        this.requestLine = requestLine;
    }

    /** How large an upload is that has this step. */
    int bytes() {
        return mebibytes * 1024 * 1024;
    }

    boolean matches(String line) {
        return line.matches(requestLine);
    }

    boolean hasBytes() {
        return this != BEGIN && this != COMPLETE;
    }

    /** Whether it is passed on as it comes. */
    boolean isOfKnownLength() {
        return this == STREAM;
    }

    /** Whether it is one of the parts that are like the second. */
    boolean isAnotherPart() {
        return this == PART_1 || this == PART_3;
    }
}
