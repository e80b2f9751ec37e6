/** The workflows that everybody may begin with, kept as JSON. */
@NullMarked
package dev.atelier.json.template;

import org.jspecify.annotations.NullMarked;
