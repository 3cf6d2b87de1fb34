package org.huizong.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
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
    private final Store store;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;

    /** Opens the desk of a data folder that this process has. */
    BackupDesk(DataFolder data, Store store) {
        this.data = data;
        this.store = store;
        this.thread = new Thread(this::serve, "backup-desk");
        thread.setDaemon(true);
        thread.start();
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

    private void look() {
        try (DirectoryStream<Path> requests = Files.newDirectoryStream(data.path(), NAME + "*" + REQUEST)) {
            for (Path request : requests) {
                if (isAbandoned(request)) {
                    Files.deleteIfExists(request);
                    Files.deleteIfExists(sibling(request, ANSWER));
                } else if (!Files.exists(sibling(request, ANSWER))) {
                    answer(request);
                }
            }
        } catch (IOException | RuntimeException e) {
            // who asked has gone, or the disk is full: he waits until we end, and then does it himself
        }
    }

    private static boolean isAbandoned(Path request) throws IOException {
        try (LockFile free = LockFile.take(sibling(request, LOCK)).orElse(null)) {
            return free != null;
        }
    }

    private void answer(Path request) throws IOException {
        List<String> lines = Files.readAllLines(request);
        Path to = Path.of(lines.get(0));
        String answer = DONE;
        try {
            BackupFile.write(store.dataSource(), data, to, Instant.parse(lines.get(1)));
        } catch (RuntimeException e) {
            DiskFault fault = DiskFault.at(to, e);
            answer = fault.kind() + "\n" + fault.place().orElse("") + "\n" + fault.reason();
        }
        put(sibling(request, ANSWER), answer);
    }

    private static Path sibling(Path request, String ending) {
        String name = request.getFileName().toString();
        return request.resolveSibling(name.substring(0, name.length() - REQUEST.length()) + ending);
    }

    private static void put(Path place, String text) throws IOException {
        Path beside = TempFolder.file("desk", ".txt");
        Files.writeString(beside, text);
        Durable.name(beside, place);
    }

    /**
     * Has a backup written: by this process, or by the one that has the data folder.
     *
     * @param waiting is called once if there is one
     */
    @SuppressWarnings("try") // held, and not looked at
    static void ask(DataFolder data, Path to, Instant made, Runnable waiting) {
        if (written(data, to, made)) {
            return;
        }
        waiting.run();
        Path request = data.path()
                .resolve(NAME + Long.toHexString(ThreadLocalRandom.current().nextLong()) + REQUEST);
        try (LockFile alive = LockFile.take(sibling(request, LOCK)).orElseThrow()) {
            put(request, to + "\n" + made + "\n");
            try {
                while (!isAnswered(sibling(request, ANSWER)) && !written(data, to, made)) {
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
    private static boolean written(DataFolder data, Path to, Instant made) {
        try (Store store = Store.open(data.path())) {
            BackupFile.write(store.dataSource(), data, to, made);
            return true;
        } catch (StoreException e) {
            if (e.kind().equals("locked") && e.arguments().containsKey("pid")) {
                return false;
            }
            throw e;
        }
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
