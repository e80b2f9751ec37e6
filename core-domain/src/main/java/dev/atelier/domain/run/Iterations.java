package dev.atelier.domain.run;

import dev.atelier.domain.workflow.ControlNode;

/**
 * The iterations of steps. Outside of loops it is 0; in a loop, the number of the pass, from 0; in a loop within a loop,
 * {@value #RADIX} times that of the outer one, plus the number of the pass: in the sixth pass of a loop that is in the
 * third pass of another, 2005. Loops are nested so little that it is always an int.
 */
public final class Iterations {

    /** No loop has more passes. */
    static final int RADIX = ControlNode.Loop.MOST_PASSES;

    private Iterations() {}

    /** The iteration of the steps in the body of a loop. */
    static int inside(int iterationOfLoop, int pass) {
        return Math.addExact(Math.multiplyExact(iterationOfLoop, RADIX), pass);
    }

    /** The iteration of the steps that are in {@code loops} loops less. */
    static int outside(int iteration, int loops) {
        int outer = iteration;
        for (int i = 0; i < loops; i++) {
            outer /= RADIX;
        }
        return outer;
    }

    /** The first iteration that steps in {@code loops} loops more can have. */
    static int firstInside(int iteration, int loops) {
        return along(iteration, 0, loops);
    }

    /** The last iteration that steps in {@code loops} loops more can have. */
    static int lastInside(int iteration, int loops) {
        return along(iteration, RADIX - 1, loops);
    }

    private static int along(int iteration, int pass, int loops) {
        int inner = iteration;
        for (int i = 0; i < loops; i++) {
            inner = inside(inner, pass);
        }
        return inner;
    }
}
