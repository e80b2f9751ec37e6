package dev.atelier.bench.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Puts passages into the table {@code staged}, by PostgreSQL's COPY in its binary form (documentation of COPY, "Binary Format"). */
final class Staging {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int FLOAT4 = 700;
    private static final int BUFFER = 1 << 20;

    private Staging() {}

    static void fill(Connection connection, Texts texts, int passages) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("create unlogged table staged (number integer, content text, embedding real[])");
        }
        var copy =
                new PGCopyOutputStream(connection.unwrap(PGConnection.class), "copy staged from stdin (format binary)");
        try (var out = new DataOutputStream(new BufferedOutputStream(copy, BUFFER))) {
            out.write(SIGNATURE);
            out.writeLong(0); // no flags, no extension
            for (int number = 0; number < passages; number++) {
                write(out, number, texts.passage(number));
            }
            out.writeShort(-1);
        }
    }

    private static void write(DataOutputStream out, int number, Texts.Text passage) throws IOException {
        out.writeShort(3);
        out.writeInt(Integer.BYTES);
        out.writeInt(number);
        var words = passage.words().getBytes(UTF_8);
        out.writeInt(words.length);
        out.write(words);
        var vector = passage.vector();
        out.writeInt((5 + 2 * vector.length) * Integer.BYTES);
        out.writeInt(1); // one dimension
        out.writeInt(0); // no nulls
        out.writeInt(FLOAT4);
        out.writeInt(vector.length);
        out.writeInt(1); // counted from 1
        for (float each : vector) {
            out.writeInt(Float.BYTES);
            out.writeFloat(each);
        }
    }
}
