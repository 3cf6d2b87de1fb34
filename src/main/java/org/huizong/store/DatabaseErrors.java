package org.huizong.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** Finds out what is behind a fault that a database, a pool and a batch have wrapped. */
final class DatabaseErrors {
    private DatabaseErrors() {}

    /** Whether the disk did not take what the database had to write: full, as a rule. */
    static boolean isOfWriting(Throwable fault) {
        return causes(fault)
                .anyMatch(c -> c instanceof MVStoreException e && e.getErrorCode() == DataUtils.ERROR_WRITING_FAILED);
    }

    /** What the database itself complained about, if it did. */
    static Optional<Throwable> ofDatabase(Throwable fault) {
        return causes(fault)
                .filter(c -> c instanceof SQLException || c instanceof MVStoreException)
                .findFirst();
    }

    /** The first line of the innermost message there is: what follows are statements and codes. */
    static String reason(Throwable fault) {
        return causes(fault)
                .flatMap(c -> Stream.ofNullable(c.getMessage()))
                .reduce((a, b) -> b)
                .flatMap(message -> message.lines().findFirst())
                .orElseGet(() -> fault.getClass().getSimpleName());
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, c -> c != null, Throwable::getCause);
    }
}
