package org.huizong.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.huizong.catalogue.Catalogue;
import org.huizong.disk.Durable;
import org.huizong.disk.LockFile;
import org.huizong.disk.OwnerOnly;
import org.huizong.disk.TempFolder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The data folder: one H2 database and the archive of files, open to one process at a time.
 *
 * <p>The other classes of this room each keep one kind of thing in it.
 */
public final class Store implements AutoCloseable {
    /** The one user of the database. */
    static final String USER = "huizong";

    /**
     * WRITE_DELAY=0, because H2's default loses acknowledged commits when the process is killed; no trace file, because
     * what goes wrong is said on the screen; room for every statement of the program, because a connection's default of
     * eight has most of them parsed again.
     */
    private static final String OPTIONS =
            ";WRITE_DELAY=0;DB_CLOSE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=200";

    private final DataFolder data;
    private final LockFile lock;
    private final TempFolder temp;
    private final JdbcConnectionPool pool;
    private final Archive archive;
    private final ValueHasher seal;
    private final BackupDesk desk;

    private Store(DataFolder data, LockFile lock, TempFolder temp, JdbcConnectionPool pool) {
        this.data = data;
        this.lock = lock;
        this.temp = temp;
        this.pool = pool;
        this.archive = new Archive(data.archive());
        this.seal = ValueHasher.of(data);
        this.desk = new BackupDesk(data, pool).open();
    }

    /** Whether anything was ever kept in a data folder. */
    public static boolean exists(Path folder) {
        return new DataFolder(folder).holdsAnything();
    }

    /** Where everything temporary lies that is not the store's own, as long as it is open. */
    public static TempFolder temp(Path folder) throws IOException {
        return TempFolder.under(new DataFolder(folder).temp());
    }

    /**
     * Opens the data folder, making it if need be.
     *
     * @throws StoreException of kind {@code path} if the path holds a character that a database address gives a meaning
     *     to, {@code folder} if it is a file, {@code locked} if another process has it open, {@code unwritable};
     *     {@code lost}, {@code empty}, {@code foreign}, {@code newer}, {@code damaged} or {@code key} if what is there
     *     is not whole: then nothing is changed in it
     */
    public static Store open(Path folder) {
        DataFolder data = new DataFolder(folder);
        data.make();
        LockFile lock = data.lock();
        try {
            return open(data, lock);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    private static Store open(DataFolder data, LockFile lock) {
        TempFolder temp;
        boolean isNew;
        try {
            Restoring.finish(data);
            isNew = data.isNew();
            if (!isNew) {
                data.refuseNoKey();
            }
            OwnerOnly.close(data.path(), "rwx------");
            temp = TempFolder.under(data.temp());
            Archive.sweep(data.archive());
        } catch (IOException e) {
            throw new StoreException("unwritable", Map.of("path", data.path().toString()), e);
        }
        try {
            if (isNew) {
                make(data, false);
            }
            JdbcConnectionPool pool = opened(data);
            try {
                return new Store(data, lock, temp, pool);
            } catch (RuntimeException e) {
                pool.dispose();
                throw e;
            }
        } catch (RuntimeException e) {
            release(temp);
            throw e;
        }
    }

    private static JdbcConnectionPool opened(DataFolder data) {
        JdbcConnectionPool pool = pool(data.address(data.database()));
        try {
            int version = version(pool, data);
            if (version == 0) {
                throw data.fault("foreign");
            }
            if (version > Schema.NEWEST) {
                throw data.fault("newer");
            }
            if (version < Schema.NEWEST) {
                shutDown(pool);
                make(data, true);
                pool = pool(data.address(data.database()));
            }
            return pool;
        } catch (SQLException e) {
            pool.dispose();
            throw fault(e, data);
        } catch (RuntimeException e) {
            pool.dispose();
            throw e;
        }
    }

    /** H2 opens a file that may not be written without a word, and fails at the first row. */
    private static int version(DataSource source, DataFolder data) throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (connection.isReadOnly()) {
                throw data.fault("unwritable");
            }
            return Schema.version(connection);
        }
    }

    /**
     * Makes the tables beside the database's place, those of an older one in a copy of it: whatever is killed over them is
     * never seen under its name.
     */
    static void make(DataFolder data, boolean older) {
        Path fresh = data.fresh();
        JdbcConnectionPool pool = pool(data.address(fresh));
        boolean made = false;
        try {
            OwnerOnly.file(fresh);
            if (older) {
                Files.copy(data.database(), fresh, StandardCopyOption.REPLACE_EXISTING);
            }
            if (older) {
                Schema.migrate(pool);
            } else {
                Schema.make(pool);
            }
            shutDown(pool);
            Durable.file(fresh);
            if (!older || !Files.exists(data.key())) {
                ValueHasher.make(data);
            }
            Durable.name(fresh, data.database());
            made = true;
        } catch (IOException e) {
            throw new StoreException("unwritable", Map.of("path", data.path().toString()), e);
        } catch (FlywayException e) {
            throw fault(e, data);
        } finally {
            pool.dispose();
            if (!made) {
                delete(fresh);
                if (!older) {
                    // alone, it would be taken for what is left of a lost database
                    delete(data.key());
                }
            }
        }
    }

    private static void shutDown(DataSource pool) {
        JdbcClient.create(pool).sql("SHUTDOWN").update();
    }

    private static JdbcConnectionPool pool(String address) {
        return JdbcConnectionPool.create(address + OPTIONS, USER, "");
    }

    private static void delete(Path unmade) {
        try {
            Files.deleteIfExists(unmade);
        } catch (IOException e) {
            // the next start makes it anew; the fault that kept us from it is the one to be told
        }
    }

    private static void release(AutoCloseable held) {
        try {
            held.close();
        } catch (Exception e) {
            // the fault that made us let go of it is the one to be told
        }
    }

    private static StoreException fault(Exception e, DataFolder data) {
        int code = e instanceof SQLException sql ? sql.getErrorCode() : 0;
        String kind = switch (code) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> "locked";
            case ErrorCode.WRONG_USER_OR_PASSWORD -> "foreign";
            case ErrorCode.FILE_CREATION_FAILED_1, ErrorCode.DATABASE_IS_READ_ONLY -> "unwritable";
            default -> DatabaseErrors.isOfWriting(e) ? "unwritable" : "damaged";
        };
        return new StoreException(kind, Map.of("path", data.path().toString(), "reason", DatabaseErrors.reason(e)), e);
    }

    /** The same fault, or what is to be said of it if the database broke down under somebody's hands. */
    public RuntimeException explained(RuntimeException fault) {
        if (DatabaseErrors.isOfWriting(fault)) {
            return new StoreException("unwritable", Map.of("path", data.path().toString()), fault);
        }
        return DatabaseErrors.ofDatabase(fault)
                .<RuntimeException>map(e -> new StoreException(
                        "failed", Map.of("path", data.path().toString(), "reason", DatabaseErrors.reason(e)), fault))
                .orElse(fault);
    }

    /** Where everything of it lies. */
    DataFolder data() {
        return data;
    }

    /** The database, for the job repository and its transactions. */
    public DataSource dataSource() {
        return pool;
    }

    /** The kept files. */
    public Archive archive() {
        return archive;
    }

    /** The runs of the job. */
    public RunStore runs() {
        return new RunStore(client());
    }

    /** The files that were read. */
    public FileStore files() {
        return new FileStore(pool);
    }

    /** What reading came to, in the terms of a catalogue: it says which items are personal and go on record masked. */
    public ReadingStore readings(Catalogue catalogue) {
        return new ReadingStore(pool, new PersonalDataMasker(catalogue, seal));
    }

    /** The submissions and their observations. */
    public SubmissionStore submissions() {
        return new SubmissionStore(pool);
    }

    /** What senders told the office. */
    public ToldStore told() {
        return new ToldStore(pool);
    }

    /** The figures of counted submissions. */
    public FactStore facts() {
        return new FactStore(pool);
    }

    /** Says what registers are counted for. */
    public MeasureStore measures() {
        return new MeasureStore(pool);
    }

    /** The figures of earlier periods that were never collected. */
    public BaselineStore baselines() {
        return new BaselineStore(pool);
    }

    /** What the checks found. */
    public FindingStore findings() {
        return new FindingStore(pool);
    }

    /** What was published. */
    public EditionStore editions() {
        return new EditionStore(pool);
    }

    /** Who did what and why. */
    public EventStore events() {
        return new EventStore(client());
    }

    /** Does all of it or, if anything is thrown, nothing of it. */
    public void together(Runnable work) {
        new TransactionTemplate(new JdbcTransactionManager(pool)).executeWithoutResult(status -> work.run());
    }

    /**
     * Does work that changes the store, and takes every change back once it is done; what it gave is all that remains.
     */
    public <T> T withoutTrace(Supplier<T> work) {
        return Objects.requireNonNull(new TransactionTemplate(new JdbcTransactionManager(pool)).execute(status -> {
            status.setRollbackOnly();
            return work.get();
        }));
    }

    /** Writes everything that is committed to the disk. */
    public void sync() {
        client().sql("CHECKPOINT SYNC").update();
    }

    private JdbcClient client() {
        return JdbcClient.create(pool);
    }

    /** When the last backup was made, and where it is; empty if there never was one. */
    public Optional<LastBackup> lastBackup() {
        return LastBackup.read(data);
    }

    @Override
    public void close() {
        desk.close();
        try {
            shutDown(pool);
        } catch (DataAccessException alreadyClosed) {
            // nothing is lost: every commit is on the disk already
        }
        pool.dispose();
        release(temp);
        release(lock);
    }
}
