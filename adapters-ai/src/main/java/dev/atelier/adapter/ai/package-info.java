/**
 * Models that write texts, paint pictures and turn texts into vectors, and a search of the web. Those of {@link dev.atelier.adapter.ai.OfflineModels} run inside the process:
 * {@link dev.atelier.adapter.ai.ExtractiveTextModel} finds sentences, {@link dev.atelier.adapter.ai.CanvasImageModel} draws
 * scenes. Those of {@link dev.atelier.adapter.ai.OpenRouter} are behind a network, as is the web that {@link
 * dev.atelier.adapter.ai.Tavily} searches. The other classes are their parts.
 */
@NullMarked
package dev.atelier.adapter.ai;

import org.jspecify.annotations.NullMarked;
