/** Reads the text of documents: PDF by PDFBox, DOCX by POI, HTML by jsoup, Markdown by commonmark-java. */
@NullMarked
package dev.atelier.adapter.text;

import org.jspecify.annotations.NullMarked;
