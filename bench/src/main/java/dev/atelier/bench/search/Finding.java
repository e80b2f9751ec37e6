package dev.atelier.bench.search;

import java.util.List;

/**
 * Where the passage that answers a question stood.
 *
 * @param ranks one for each mode of searching, in their order, from 1; 0 where it was not among those looked at
 */
record Finding(Question question, List<Integer> ranks) {}
