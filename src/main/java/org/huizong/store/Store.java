package org.huizong.store;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.huizong.catalogue.Catalogue;
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
    /**
     * WRITE_DELAY=0, because H2's default loses acknowledged commits when the process is killed; no trace file, because
     * what goes wrong is said on the screen.
     */
    private static final String OPTIONS = ";WRITE_DELAY=0;DB_CLOSE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    private final Path data;
    private final JdbcConnectionPool pool;
    private final Archive archive;
    private final Seal seal;

    private Store(Path data, JdbcConnectionPool pool) {
        this.data = data;
        this.pool = pool;
        this.archive = new Archive(data.resolve("archive"));
        this.seal = Seal.of(data);
    }

    /**
     * Opens the data folder, making it if need be.
     *
     * @throws StoreException of kind {@code path} if the path holds a character that a database address gives a meaning
     *     to, {@code locked} if another process has it open, {@code unwritable} or {@code damaged}
     */
    public static Store open(Path folder) {
        Path data = folder.toAbsolutePath().normalize();
        String path = data.toString().replace('\\', '/');
        if (path.chars().anyMatch(c -> c == ';' || c == '"' || c == '\'' || Character.isISOControl(c))) {
            throw new StoreException("path", Map.of("path", data.toString()));
        }
        try {
            Files.createDirectories(data);
            ownerOnly(data);
        } catch (IOException e) {
            throw new StoreException("unwritable", Map.of("path", data.toString()), e);
        }
        if (!Files.exists(data.resolve("huizong.mv.db"))) {
            make(data, path);
        }
        JdbcConnectionPool pool = pool(path + "/huizong");
        try {
            refuseReadOnly(pool, data);
            Schema.migrate(pool);
            return new Store(data, pool);
        } catch (SQLException e) {
            pool.dispose();
            throw fault(e, data);
        } catch (FlywayException e) {
            pool.dispose();
            throw fault(e, data);
        }
    }

    /** H2 opens a file that may not be written without a word, and fails at the first row. */
    private static void refuseReadOnly(DataSource source, Path data) throws SQLException {
        try (Connection connection = source.getConnection()) {
            if (connection.isReadOnly()) {
                throw new StoreException("unwritable", Map.of("path", data.toString()));
            }
        }
    }

    /** Makes the empty database beside its place: one that was killed over its tables is never seen under its name. */
    private static void make(Path data, String path) {
        Path beside = data.resolve("huizong-new.mv.db");
        JdbcConnectionPool pool = pool(path + "/huizong-new");
        try {
            Files.deleteIfExists(beside);
            Schema.migrate(pool);
            JdbcClient.create(pool).sql("SHUTDOWN").update();
            Files.move(beside, data.resolve("huizong.mv.db"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StoreException("unwritable", Map.of("path", data.toString()), e);
        } catch (FlywayException e) {
            throw fault(e, data);
        } finally {
            pool.dispose();
        }
    }

    private static JdbcConnectionPool pool(String database) {
        return JdbcConnectionPool.create("jdbc:h2:file:" + database + OPTIONS, "huizong", "");
    }

    private static StoreException fault(Exception e, Path data) {
        int code = e instanceof SQLException sql ? sql.getErrorCode() : 0;
        String kind = switch (code) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> "locked";
            case ErrorCode.FILE_CREATION_FAILED_1, ErrorCode.DATABASE_IS_READ_ONLY -> "unwritable";
            default -> Trouble.isOfWriting(e) ? "unwritable" : "damaged";
        };
        return new StoreException(kind, Map.of("path", data.toString(), "reason", Trouble.reason(e)), e);
    }

    /** The same fault, or what is to be said of it if the database broke down under somebody's hands. */
    public RuntimeException explained(RuntimeException fault) {
        if (Trouble.isOfWriting(fault)) {
            return new StoreException("unwritable", Map.of("path", data.toString()), fault);
        }
        return Trouble.ofDatabase(fault)
                .<RuntimeException>map(e -> new StoreException(
                        "failed", Map.of("path", data.toString(), "reason", Trouble.reason(e)), fault))
                .orElse(fault);
    }

    private static void ownerOnly(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
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
        return new ReadingStore(pool, new Discretion(catalogue, seal));
    }

    /** The submissions and their observations. */
    public SubmissionStore submissions() {
        return new SubmissionStore(pool);
    }

    /** The figures of counted submissions. */
    public FactStore facts() {
        return new FactStore(client());
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

    @Override
    public void close() {
        try {
            client().sql("SHUTDOWN").update();
        } catch (DataAccessException alreadyClosed) {
            // nothing is lost: every commit is on the disk already
        }
        pool.dispose();
    }
}
