/** A model for search that runs inside of this process: all-MiniLM-L6-v2, quantized, by ONNX Runtime. */
@NullMarked
package dev.atelier.adapter.minilm;

import org.jspecify.annotations.NullMarked;
