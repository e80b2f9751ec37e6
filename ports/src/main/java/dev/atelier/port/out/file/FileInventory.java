package dev.atelier.port.out.file;

import dev.atelier.domain.file.ObjectKey;
import java.time.Duration;
import java.util.List;

/**
 * The rows of files of all users, for the operator and the sweeper; requests of users go to {@link FileRepository}.
 *
 * <p>All calls: {@link dev.atelier.port.PortFailure} as {@link dev.atelier.port.out.transaction.Transactions} says.
 */
public interface FileInventory {

    /**
     * Up to {@code limit} rows in whatever state, those of no project included, in the order of the bytes of their keys, which
     * is that of {@link BlobStorage#list}.
     *
     * @param after the key after which they begin; the empty text for the first ones
     */
    List<FileEntry> list(String after, int limit);

    /** Whether there is a row of that key, in whatever state. */
    boolean contains(ObjectKey key);

    /**
     * Asks for the turn to sweep; of all who ask within {@code interval} of each other, in whatever process, one gets it.
     *
     * @return whether the caller has it
     */
    boolean takeTurn(Duration interval);
}
