package dev.atelier.adapter.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is left of a body after the answer. A connection that is closed while the client still sends is reset, and
 * many clients then never see the answer that says why.
 *
 * @param limitBytes how much is read before the connection is given up
 */
record UnreadBody(long limitBytes) {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadBody.class);
    private static final int BUFFER = 16 * 1024;

    /** Enough for whoever sends somewhat more than {@code largestBytes}, which is the largest body that is ever taken. */
    static UnreadBody upTo(long largestBytes) {
        return new UnreadBody(Math.multiplyExact(largestBytes, 2));
    }

    void discard(HttpServletRequest request) throws IOException {
        if (request.getHeader("Expect") != null || !hasBody(request)) {
            return; // who waits for "100 Continue" has not begun to send, and must not be asked to
        }
        try {
            discard(new SteadyInputStream(request.getInputStream()));
        } catch (ProblemException tooSlow) {
            LOG.debug("a client is not waited for", tooSlow);
        }
    }

    private void discard(InputStream body) throws IOException {
        var buffer = new byte[BUFFER];
        long left = limitBytes;
        int read = 0;
        while (left > 0 && read >= 0) {
            read = body.read(buffer);
            left -= Math.max(read, 0);
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }
}
