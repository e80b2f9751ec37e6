package dev.atelier.domain.search;

import java.util.List;
import java.util.Optional;

/**
 * What stands below one heading and on one page; no chunk reaches beyond it.
 *
 * @param pieces in order, at least one
 * @param repeated what begins each chunk after the first: the first row of a table; mostly empty
 */
record Section(List<Piece> pieces, Optional<Integer> page, List<String> headings, String repeated) {}
