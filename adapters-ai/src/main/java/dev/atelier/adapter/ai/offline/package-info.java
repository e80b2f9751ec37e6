/**
 * Models that run inside the process: no network, no key, no cost, and the same answer to the same request. They let the
 * product run and be tested; they are no substitute for a real model, and say so in the usage that they report.
 */
@NullMarked
package dev.atelier.adapter.ai.offline;

import org.jspecify.annotations.NullMarked;
