package io.leadbraid.bench.pipeline;

import io.leadbraid.bench.product.ProductDatabase;
import io.leadbraid.bench.stream.Slice;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits until the product has done its work, and says when that was. */
final class Downstream {

    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long STANDSTILL = TimeUnit.SECONDS.toNanos(12);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

    private final ProductDatabase database;

    Downstream(ProductDatabase database) {
        this.database = database;
    }

    /** The moment at which all events of the slice were seen as committed rows. */
    long awaitRows(Slice slice) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE;
        while (!database.hasRows(slice)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the product did not store what waits in leadbraid.inbound");
            }
            LockSupport.parkNanos(LOOK);
        }
        return System.nanoTime();
    }

    /** The moment at which so few leads were left; empty when their number stands still above that. */
    OptionalLong awaitLeads(int expected) throws SQLException {
        int leads = database.leads();
        long changed = System.nanoTime();
        while (leads != expected) {
            if (System.nanoTime() - changed > STANDSTILL) {
                return OptionalLong.empty();
            }
            LockSupport.parkNanos(LOOK);
            int now = database.leads();
            if (now != leads) {
                changed = System.nanoTime();
            }
            leads = now;
        }
        return OptionalLong.of(System.nanoTime());
    }
}
