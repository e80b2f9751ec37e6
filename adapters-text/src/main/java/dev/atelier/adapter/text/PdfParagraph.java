package dev.atelier.adapter.text;

/**
 * A paragraph on a page.
 *
 * @param halfPoints how large most of its letters are, in half points
 * @param page from 1
 */
record PdfParagraph(String text, int halfPoints, int page) {}
