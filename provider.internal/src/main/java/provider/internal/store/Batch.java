package provider.internal.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.stream.IntStream;

/** Sends neighbours of one kind together. */
final class Batch {
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final int MOST = 1000;

    private final PreparedStatement insert;
    private final PreparedStatement update;
    private PreparedStatement filling;
    private int size;

    Batch(PreparedStatement insert, PreparedStatement update) {
        this.insert = insert;
        this.update = update;
        filling = insert;
    }

    void add(Edit edit) throws SQLException {
        PreparedStatement next = edit.isNew() ? insert : update;
        if (next != filling || size == MOST) {
            send();
            filling = next;
        }
        MachineTable.bind(filling, edit);
        filling.addBatch();
        size++;
    }

    /** @throws SQLException also where a machine is not in the version any more that it was read in */
    void send() throws SQLException {
        if (size > 0 && IntStream.of(filling.executeBatch()).anyMatch(rows -> rows == 0)) {
            throw new SQLTransactionRollbackException("a machine was changed meanwhile", SERIALIZATION_FAILURE);
        }
        size = 0;
    }
}
