/**
 * Models that write texts and paint pictures. Those of {@link dev.atelier.adapter.ai.OfflineModels} run inside the process:
 * {@link dev.atelier.adapter.ai.ExtractiveTextModel} finds sentences, {@link dev.atelier.adapter.ai.CanvasImageModel} draws
 * scenes; the other classes are their parts.
 */
@NullMarked
package dev.atelier.adapter.ai;

import org.jspecify.annotations.NullMarked;
