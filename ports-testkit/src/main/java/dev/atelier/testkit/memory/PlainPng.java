package dev.atelier.testkit.memory;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** The smallest writer of PNG (ISO/IEC 15948) that will do: one colour, true colour with 8 bits a channel. */
final class PlainPng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private PlainPng() {}

    /** @param rgb the colour, of which the lower 24 bits count */
    static byte[] paint(int width, int height, int rgb) {
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        writeChunk(png, "IHDR", header(width, height));
        writeChunk(png, "IDAT", deflated(pixels(width, height, rgb)));
        writeChunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static byte[] header(int width, int height) {
        byte depth = 8;
        byte trueColour = 2;
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(depth)
                .put(trueColour)
                .array();
    }

    /** Each row begins with the number of its filter: 0, none. */
    private static byte[] pixels(int width, int height, int rgb) {
        var pixels = ByteBuffer.allocate(height * (1 + width * 3));
        for (int row = 0; row < height; row++) {
            pixels.put((byte) 0);
            for (int column = 0; column < width; column++) {
                pixels.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
            }
        }
        return pixels.array();
    }

    private static byte[] deflated(byte[] bytes) {
        var deflater = new Deflater();
        try {
            deflater.setInput(bytes);
            deflater.finish();
            var buffer = new byte[bytes.length + 64];
            int length = deflater.deflate(buffer);
            return ByteBuffer.allocate(length).put(buffer, 0, length).array();
        } finally {
            deflater.end();
        }
    }

    private static void writeChunk(ByteArrayOutputStream png, String type, byte[] data) {
        var typed = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        var checksum = new CRC32();
        checksum.update(typed);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(typed);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}
