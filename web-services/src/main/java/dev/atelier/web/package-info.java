/**
 * Calls to services of the web that speak JSON: bounded in size and time, ended by an interrupt, and failing as {@link
 * dev.atelier.port.PortFailure}s; shared by the adapters that need them.
 */
@NullMarked
package dev.atelier.web;

import org.jspecify.annotations.NullMarked;
