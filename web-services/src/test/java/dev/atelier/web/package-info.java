@NullMarked
package dev.atelier.web;

import org.jspecify.annotations.NullMarked;
