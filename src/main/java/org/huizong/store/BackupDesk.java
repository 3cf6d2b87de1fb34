package org.huizong.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.huizong.disk.DiskException;
import org.huizong.disk.DiskFault;
import org.huizong.disk.Durable;
import org.huizong.disk.LockFile;
import org.huizong.disk.TempFolder;

/**
 * Where a process that has a data folder takes requests for a backup from processes that want one: files in the data
 * folder. Whoever asks holds a lock file as long as it waits.
 */
final class BackupDesk implements AutoCloseable {
    private static final String NAME = "backup-";
    private static final String REQUEST = ".request";
    private static final String ANSWER = ".answer";
    private static final String LOCK = ".lock";
    private static final String DONE = "done";
    private static final long PAUSE_MILLIS = 200;

    private final DataFolder data;
    private final DataSource database;

    /** What each request came to; empty if it cannot be served. None is served twice, even if its answer has no room. */
    private final Map<Path, Optional<String>> answers = new HashMap<>();

    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;

    /** The desk of a data folder that this process has. */
    BackupDesk(DataFolder data, DataSource database) {
        this.data = data;
        this.database = database;
        this.thread = new Thread(this::serve, "backup-desk");
        thread.setDaemon(true);
    }

    /** Opens it: from now on it looks for requests. */
    BackupDesk open() {
        thread.start();
        return this;
    }

    /** Waits for a backup that is being written; no other is begun. */
    @Override
    public void close() {
        end.countDown();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        try {
            while (!end.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Serves the requests that lie there now. */
    void look() {
        try (DirectoryStream<Path> requests = Files.newDirectoryStream(data.path(), NAME + "*" + REQUEST)) {
            for (Path request : requests) {
                if (isAbandoned(request)) {
                    Files.deleteIfExists(request);
                    Files.deleteIfExists(sibling(request, ANSWER));
                    answers.remove(request);
                } else if (!Files.exists(sibling(request, ANSWER))) {
                    answer(request);
                }
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // who asked has gone, or the disk is full: he waits until there is room, or until we end, and then does it
            // himself
        }
    }

    private static boolean isAbandoned(Path request) throws IOException {
        try (LockFile free = LockFile.take(sibling(request, LOCK)).orElse(null)) {
            return free != null;
        }
    }

    private void answer(Path request) throws IOException {
        Optional<String> answer = answers.get(request);
        if (answer == null) {
            answer = served(Files.readAllLines(request));
            answers.put(request, answer);
        }
        if (answer.isPresent()) {
            put(sibling(request, ANSWER), answer.get());
        }
    }

    private Optional<String> served(List<String> request) {
        Path to = Path.of(request.get(0));
        try {
            BackupFile.write(database, data, to, Instant.parse(request.get(1)));
            return Optional.of(DONE);
        } catch (OutOfMemoryError e) {
            // the run needs all there is; he does it himself when it has ended
            return Optional.empty();
        } catch (RuntimeException e) {
            DiskFault fault = DiskFault.at(to, e);
            return Optional.of(fault.kind() + "\n" + fault.place().orElse("") + "\n" + fault.reason());
        }
    }

    private static Path sibling(Path request, String ending) {
        String name = request.getFileName().toString();
        return request.resolveSibling(name.substring(0, name.length() - REQUEST.length()) + ending);
    }

    private static void put(Path place, String text) throws IOException {
        Path beside = TempFolder.file("desk", ".txt");
        try {
            Files.writeString(beside, text);
            Durable.name(beside, place);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /**
     * Has a backup written: by this process, or by the one that has the data folder.
     *
     * @param waiting is called once if there is one
     */
    @SuppressWarnings("try") // held, and not looked at
    static void ask(DataFolder data, Path to, Instant made, Runnable waiting) {
        if (written(data, to, made, false)) {
            return;
        }
        waiting.run();
        Path request = data.path()
                .resolve(NAME + Long.toHexString(ThreadLocalRandom.current().nextLong()) + REQUEST);
        try (LockFile alive = LockFile.take(sibling(request, LOCK)).orElseThrow()) {
            put(request, to + "\n" + made + "\n");
            try {
                while (!isAnswered(sibling(request, ANSWER)) && !written(data, to, made, true)) {
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
            } finally {
                Files.deleteIfExists(request);
                Files.deleteIfExists(sibling(request, ANSWER));
            }
        } catch (IOException e) {
            throw new DiskException(data.path(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another process writes the backup", e);
        }
    }

    /** Tells whether nobody else has the data folder, and this process has written the backup. */
    private static boolean written(DataFolder data, Path to, Instant made, boolean waiting) {
        try (Store store = Store.open(data.path())) {
            BackupFile.write(store.dataSource(), data, to, made);
            return true;
        } catch (StoreException e) {
            if (isToBeWaitedFor(e, waiting)) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Tells whether the process that has the data folder may write the backup. One that has only now taken the folder has
     * not said yet who it is.
     */
    static boolean isToBeWaitedFor(StoreException fault, boolean waiting) {
        return fault.kind().equals("locked") && (waiting || fault.arguments().containsKey("pid"));
    }

    private static boolean isAnswered(Path answer) throws IOException {
        if (!Files.exists(answer)) {
            return false;
        }
        List<String> lines = Files.readAllLines(answer);
        if (lines.get(0).equals(DONE)) {
            return true;
        }
        throw new StoreException(
                "backup.failed",
                Map.of("kind", lines.get(0), "path", lines.get(1), "reason", lines.size() > 2 ? lines.get(2) : ""));
    }
}
