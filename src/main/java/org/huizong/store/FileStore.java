package org.huizong.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.huizong.model.Period;
import org.huizong.model.SourceFile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of a period's folder by content. */
public final class FileStore {
    /** Stands for the reader of a content that could not be read when its turn came; it may not be in the archive. */
    static final String NOBODY = "";

    private final JdbcClient db;
    private final JdbcTemplate template;

    FileStore(DataSource source) {
        this.db = JdbcClient.create(source);
        this.template = new JdbcTemplate(source);
    }

    /** Digests of the contents that this reader has read for this period already. */
    public Set<String> known(Period period, String readBy) {
        return new HashSet<>(db.sql("SELECT sha256 FROM file WHERE period = :period AND read_by = :readBy")
                .param("period", period.code())
                .param("readBy", readBy)
                .query(String.class)
                .list());
    }

    /** Digests of all contents that were ever read for this period, by whatever reader. */
    public Set<String> known(Period period) {
        return new HashSet<>(db.sql("SELECT sha256 FROM file WHERE period = :period")
                .param("period", period.code())
                .query(String.class)
                .list());
    }

    /** Digests of the contents that were read for this period, by whatever reader. */
    public Set<String> read(Period period) {
        return new HashSet<>(db.sql("SELECT sha256 FROM file WHERE period = :period AND read_by <> :nobody")
                .param("period", period.code())
                .param("nobody", NOBODY)
                .query(String.class)
                .list());
    }

    /** Digests of the contents that a run has tried to read for this period, whatever came of it. */
    public Set<String> tried(Period period, long run) {
        return new HashSet<>(db.sql("SELECT sha256 FROM file WHERE period = :period AND read_run = :run")
                .param("period", period.code())
                .param("run", run)
                .query(String.class)
                .list());
    }

    /** Tells whether a run tried to read a content of this period in vain, for what does not lie in it. */
    public boolean isToBeReadAgain(Period period, long run) {
        return db.sql("""
                                SELECT COUNT(*) FROM file
                                WHERE period = :period AND read_run = :run AND read_by = :nobody""")
                        .param("period", period.code())
                        .param("run", run)
                        .param("nobody", NOBODY)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * A content that is on record and therefore in the archive.
     *
     * @param sha256 its digest
     * @param name what it was called when it was last seen
     * @param size in bytes
     */
    public record OnRecord(String sha256, String name, long size) {}

    /** The contents that were read for this period, and the files that baseline figures came from. */
    public List<OnRecord> onRecord(Period period) {
        return db.sql("""
                        SELECT sha256, name, size FROM file WHERE period = :period AND read_by <> ''
                        UNION SELECT sha256, name, size FROM baseline_file ORDER BY name, sha256""").param("period", period.code()).query(OnRecord.class).list();
    }

    /** Notes which contents lie in the folder now, and under which names. */
    public void present(Period period, Collection<SourceFile> files) {
        db.sql("UPDATE file SET present = FALSE WHERE period = :period")
                .param("period", period.code())
                .update();
        template.batchUpdate(
                "UPDATE file SET present = TRUE, name = ? WHERE period = ? AND sha256 = ?",
                files,
                1000,
                (statement, file) -> {
                    statement.setString(1, file.name());
                    statement.setString(2, period.code());
                    statement.setString(3, file.sha256());
                });
    }

    /** Puts on record that the contents under these names came on that day. */
    public void receive(Period period, Collection<String> names, LocalDate day) {
        db.sql("UPDATE file SET received = :day WHERE period = :period AND name IN (:names)")
                .param("day", day)
                .param("period", period.code())
                .param("names", names)
                .update();
    }

    /**
     * How many contents in the folder were read since its last published run, how many before it, and how many were
     * refused. Work that a killed run did counts as read by the run that publishes it.
     */
    public Counts counts(Period period, long lastPublished) {
        int read = 0;
        int refused = 0;
        int unchanged = 0;
        for (Row row : db.sql("SELECT read_run, refused FROM file WHERE period = :period AND present")
                .param("period", period.code())
                .query(Row.class)
                .list()) {
            read += row.readRun() > lastPublished ? 1 : 0;
            unchanged += row.readRun() > lastPublished ? 0 : 1;
            refused += row.refused() ? 1 : 0;
        }
        return new Counts(read, unchanged, refused);
    }

    /**
     * What reading came to, in contents.
     *
     * @param read read since the last published run
     * @param unchanged read before
     * @param refused of both, those of which nothing could be used
     */
    public record Counts(int read, int unchanged, int refused) {}

    private record Row(long readRun, boolean refused) {}
}
