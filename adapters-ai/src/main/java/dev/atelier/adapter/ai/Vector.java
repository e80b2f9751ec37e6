package dev.atelier.adapter.ai;

import java.util.Arrays;

/**
 * A sparse vector of length 1 (or 0, without entries).
 *
 * @param dimensions ascending
 */
@SuppressWarnings("ArrayRecordComponent") // lives only as long as one extraction; nobody compares or changes it
record Vector(int[] dimensions, double[] weights) {

    /** Of the same direction as that of these weights. */
    static Vector normalised(int[] dimensions, double[] weights) {
        double length =
                Math.sqrt(Arrays.stream(weights).map(weight -> weight * weight).sum());
        return new Vector(
                dimensions,
                Arrays.stream(weights)
                        .map(weight -> length == 0 ? 0 : weight / length)
                        .toArray());
    }

    /** The cosine of the angle between the two; with weights that are not negative from 0 to 1. */
    double similarity(Vector other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < dimensions.length && j < other.dimensions.length) {
            int order = Integer.compare(dimensions[i], other.dimensions[j]);
            if (order == 0) {
                sum += weights[i] * other.weights[j];
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return sum;
    }
}
