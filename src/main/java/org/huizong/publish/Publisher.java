package org.huizong.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.huizong.aggregation.Assessments;
import org.huizong.aggregation.Consolidation;
import org.huizong.aggregation.Publication;
import org.huizong.aggregation.SettledFiles;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Obligation;
import org.huizong.disk.DiskException;
import org.huizong.disk.DiskOutput;
import org.huizong.disk.FolderTree;
import org.huizong.edition.Editions;
import org.huizong.model.Period;
import org.huizong.publish.letter.AssessmentLetters;
import org.huizong.publish.narrative.Terms;
import org.huizong.publish.returned.Copies;
import org.huizong.publish.returned.ReturnedCopies;
import org.huizong.publish.table.Summary;
import org.huizong.publish.table.TableWriter;
import org.huizong.publish.workbook.ReportWriter;
import org.huizong.register.LeadRegister;
import org.huizong.store.Edition;
import org.huizong.store.FileStore;
import org.huizong.store.Store;
import org.huizong.store.StoredCount;
import org.huizong.store.StoredFinding;
import org.huizong.store.StoredObservation;
import org.huizong.store.StoredSubmission;
import org.huizong.wording.Wording;

/**
 * Writes the workbook, the tables and the marked-up copies beside the output folder, puts the edition on record and moves
 * all into place: together or not at all.
 */
public final class Publisher {
    private static final String STEP = "publish";
    private static final String RETURNED = "returned";
    private static final String LETTERS = "letters";
    /** The folder of the public page. */
    static final String PUBLIC = "public";

    private final Catalogue catalogue;
    private final Wording wording;
    private final Store store;
    private final OutputFolder output;

    /** Publishes from that store into that folder, in the words of that language. */
    public Publisher(Catalogue catalogue, Wording wording, Store store, OutputFolder output) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.store = store;
        this.output = output;
    }

    /**
     * Publishes what the period came to.
     *
     * @param before how many seconds the steps before took, by name
     * @throws OutputException if the output folder cannot be replaced: what stood there stays
     */
    public Published publish(Order order, Consolidation consolidation, Map<String, Double> before) {
        return new Publishing(order).publish(consolidation, before);
    }

    /** The period and every shorter one whose returns it takes in. */
    static List<Period> periods(Catalogue catalogue, Period period) {
        var periods = new TreeSet<Period>();
        periods.add(period);
        catalogue.owedWithin(period).stream().map(Obligation::period).forEach(periods::add);
        return List.copyOf(periods);
    }

    /** One publication. */
    private final class Publishing {
        private final Order order;

        Publishing(Order order) {
            this.order = order;
        }

        Published publish(Consolidation consolidation, Map<String, Double> before) {
            List<StoredFinding> findings = store.findings().within(periods(catalogue, order.period()));
            SettledFiles files = new SettledFiles(consolidation.coverage());
            Publication publication = publication(
                    consolidation, findings.stream().map(files::published).toList());
            boolean isNew = isNew(publication.edition());
            refuseToChangeWhatIsClosed(publication.edition());
            Map<String, Long> counts = counts(publication);
            String workbook = new ReportWriter(catalogue, wording).fileName(order.period());
            boolean visible = !order.parts().isEmpty();
            Copies returned = visible ? writeBeside(publication, counts, workbook, before) : Copies.NONE;
            // first on record and on the disk, then in place: a publication never says an edition that nobody knows of
            Editions editions = new Editions(catalogue, store);
            store.together(() -> editions.record(publication.edition(), publication.consolidation()));
            store.sync();
            Optional<Path> kept = visible ? output.replace() : Optional.empty();
            return new Published(
                    publication,
                    isNew,
                    order.place().resolve(workbook),
                    counts,
                    order.place().resolve(RETURNED),
                    returned,
                    findings.stream()
                            .filter(f -> f.period().equals(order.period()) && files.isSettled(f))
                            .toList(),
                    kept);
        }

        /** Writes what is asked for into a folder beside the output folder. */
        private Copies writeBeside(
                Publication publication, Map<String, Long> counts, String workbook, Map<String, Double> before) {
            long begun = System.nanoTime();
            Path folder = output.prepare();
            try {
                Copies copies = write(publication, folder, workbook);
                writePublic(publication, folder);
                Map<String, Double> seconds = new LinkedHashMap<>(before);
                seconds.put(STEP, (System.nanoTime() - begun) / 1e9);
                Summary.write(publication, counts, seconds, folder.resolve("summary.json"));
                return copies;
            } catch (OutOfMemoryError e) {
                output.discard();
                throw e;
            } catch (RuntimeException e) {
                output.discard();
                throw output.explained(e);
            }
        }

        /**
         * Writes the workbook while another thread writes the copies, and the tables with the one that is done first; ends
         * when all have ended, whatever became of them. If there is not memory enough for two, what failed is written again
         * alone.
         */
        private Copies write(Publication publication, Path folder, String workbook) {
            CompletableFuture<Optional<Copies>> copies = CompletableFuture.supplyAsync(
                    () -> unlessMemoryLacks(() -> writeCopies(publication, folder, false)));
            // runs once, whoever asks
            FutureTask<Optional<Path>> tables =
                    new FutureTask<>(() -> unlessMemoryLacks(() -> writeTables(publication, folder)));
            CompletableFuture<Optional<Copies>> rest = copies.whenCompleteAsync((made, fault) -> tables.run());
            Path report = folder.resolve(workbook);
            boolean written;
            try {
                written = unlessMemoryLacks(() -> writeReport(publication, report))
                        .isPresent();
                tables.run();
            } finally {
                rest.handle((made, fault) -> made).join();
            }
            if (!written) {
                writeReport(publication, report);
            }
            if (ended(tables).isEmpty()) {
                writeTables(publication, folder);
            }
            return ended(copies).orElseGet(() -> writeCopies(publication, folder, true));
        }

        private static <T> Optional<T> unlessMemoryLacks(Supplier<T> work) {
            try {
                return Optional.of(work.get());
            } catch (OutOfMemoryError e) {
                return Optional.empty();
            }
        }

        /** Writes the workbook, if it is asked for, and gives its place. */
        private Path writeReport(Publication publication, Path file) {
            if (!order.parts().contains(PublicationPart.WORKBOOK)) {
                return file;
            }
            try (OutputStream out = DiskOutput.to(file)) {
                new ReportWriter(catalogue, wording).write(publication, out);
                return file;
            } catch (IOException e) {
                throw new DiskException(file, e);
            }
        }

        /** Writes the tables, if they are asked for, and gives their folder. */
        private Path writeTables(Publication publication, Path folder) {
            Path data = folder.resolve("data");
            if (!order.parts().contains(PublicationPart.TABLES)) {
                return data;
            }
            try {
                Files.createDirectories(data);
            } catch (IOException e) {
                throw new DiskException(data, e);
            }
            TableWriter tables = new TableWriter(new Terms(publication, catalogue, wording));
            tables.totals(data.resolve("totals.csv"));
            tables.observations(data.resolve("observations.csv"), data.resolve("texts.csv"));
            tables.measures(data.resolve("measures.csv"));
            tables.baseline(data.resolve("baseline.csv"));
            tables.coverage(data.resolve("coverage.csv"));
            tables.findings(data.resolve("findings.csv"));
            tables.targets(data.resolve("targets.csv"));
            tables.pillars(data.resolve("pillars.csv"));
            if (!publication.leads().isEmpty()) {
                tables.leads(data.resolve("leads.csv"));
            }
            if (!publication.assessment().isEmpty()) {
                tables.assessment(data.resolve("assessment.csv"));
            }
            return data;
        }

        /** Writes the public page, if it is asked for. */
        private void writePublic(Publication publication, Path folder) {
            if (order.parts().contains(PublicationPart.PUBLIC)) {
                PublicSummary.write(new Terms(publication, catalogue, wording), folder.resolve(PUBLIC));
            }
        }

        /** Writes the marked-up copies and the letters, if they are asked for, in place of those that are there; and says what they are. */
        private Copies writeCopies(Publication publication, Path folder, boolean alone) {
            if (!order.parts().contains(PublicationPart.COPIES)) {
                return Copies.NONE;
            }
            try {
                FolderTree.delete(folder.resolve(RETURNED));
                FolderTree.delete(folder.resolve(LETTERS));
                new AssessmentLetters(new Terms(publication, catalogue, wording)).write(folder.resolve(LETTERS));
                return new ReturnedCopies(catalogue, wording, store)
                        .write(
                                order.period(),
                                order.asOf(),
                                new SettledFiles(publication.consolidation().coverage())::isSettled,
                                order.intact(),
                                folder.resolve(RETURNED),
                                alone);
            } catch (IOException e) {
                throw new DiskException(folder, e);
            }
        }

        private static <T> T ended(Future<T> work) {
            try {
                return work.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException fault) {
                    throw fault;
                }
                if (e.getCause() instanceof Error fault) {
                    throw fault;
                }
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("it has ended", e);
            }
        }

        private boolean isNew(Edition edition) {
            return store.editions()
                    .latest(edition.period())
                    .map(last -> last.number() != edition.number())
                    .orElse(true);
        }

        private void refuseToChangeWhatIsClosed(Edition edition) {
            boolean changes = isNew(edition) && edition.number() > 1;
            if (changes && order.isClosed()) {
                throw new OutputException(
                        "closed", Map.of("period", edition.period().code()));
            }
        }

        private Publication publication(Consolidation consolidation, List<StoredFinding> findings) {
            Editions editions = new Editions(catalogue, store);
            Edition edition = editions.of(consolidation);
            List<StoredSubmission> submissions = store.submissions().within(order.period());
            return new Publication(
                    consolidation,
                    edition,
                    editions.outdated(edition),
                    submissions,
                    findings,
                    new LeadRegister(catalogue, store).known(order.period()),
                    new Assessments(catalogue, store).of(consolidation, submissions, findings),
                    new Stored(submissions),
                    this::archived);
        }

        /** A link from the output folder to the file that is kept under a digest. */
        private Optional<String> archived(String sha256) {
            Path kept = store.archive().place(sha256).toAbsolutePath().normalize();
            if (!Files.exists(kept)) {
                return Optional.empty();
            }
            Path from = order.place().toAbsolutePath().normalize();
            boolean together = Objects.equals(from.getRoot(), kept.getRoot());
            return Optional.of(
                    together
                            ? encoded(from.relativize(kept).toString().replace('\\', '/'))
                            : kept.toUri().toString());
        }

        private static String encoded(String path) {
            try {
                return new URI(null, null, path, null).toASCIIString();
            } catch (URISyntaxException e) {
                throw new IllegalStateException("every relative path is a link, but not " + path, e);
            }
        }

        private Map<String, Long> counts(Publication publication) {
            FileStore.Counts files =
                    store.files().counts(order.period(), store.runs().lastPublished(order.period()));
            Map<String, Long> counts = new LinkedHashMap<>();
            counts.put("files", (long) order.files());
            counts.put("read", (long) files.read());
            counts.put("unchanged", (long) files.unchanged());
            counts.put("refused", (long) files.refused() + order.unreadable());
            counts.put("submissions", (long) publication.submissions().size());
            counts.put("observations", publication.observations().count());
            counts.put("findings", (long) publication.findings().size());
            return counts;
        }

        private final class Stored implements Publication.Observations {
            private final List<StoredSubmission> submissions;
            private final long count;

            Stored(List<StoredSubmission> submissions) {
                this.submissions = submissions;
                this.count = store.submissions().countObservations(order.period());
            }

            @Override
            public long count() {
                return count;
            }

            @Override
            public void first(long most, Consumer<StoredObservation> reader) {
                store.submissions().observations(submissions, most, reader);
            }

            @Override
            public void of(Set<String> forms, Consumer<StoredObservation> reader) {
                List<StoredSubmission> some = submissions.stream()
                        .filter(s -> forms.contains(s.form()))
                        .toList();
                store.submissions().observations(some, Long.MAX_VALUE, reader);
            }

            @Override
            public void counts(Consumer<StoredCount> reader) {
                Set<Obligation> owed = Set.copyOf(catalogue.owedWithin(order.period()));
                store.measures().within(periods(catalogue, order.period()), c -> {
                    if (owed.contains(new Obligation(
                            c.counted().unit(),
                            c.submission().form(),
                            c.counted().period()))) {
                        reader.accept(c);
                    }
                });
            }
        }
    }
}
