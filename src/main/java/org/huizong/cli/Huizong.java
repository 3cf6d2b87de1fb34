package org.huizong.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huizong.catalogue.BrokenCatalogueException;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Fault;
import org.huizong.disk.TempFolder;
import org.huizong.intake.parse.PeriodText;
import org.huizong.model.Period;
import org.huizong.office.NextStep;
import org.huizong.office.OfficeActs;
import org.huizong.publish.document.DocumentLint;
import org.huizong.store.Store;
import org.huizong.template.TemplateLint;
import org.huizong.text.Visible;
import org.huizong.validation.Lint;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program: global options, and what every command needs of them. */
@Command(name = "huizong")
final class Huizong extends CommandGroup {
    /** The office's own catalogue: a folder beside the data, used if it is there and no other is named. */
    private static final Path OWN = Path.of("catalogue");

    /** How many of a list are shown. */
    static final int MOST_SHOWN = 20;

    private static final int WIDTH = 80;
    private static final int WIDEST = 120;

    private static final Set<String> YES = Set.of("y", "yes", "是");

    private final MessageBundle words;
    private final PrintWriter out;
    private final PrintWriter err;
    private final PrintWriter bar;
    private final Clock clock;
    private final Optional<Supplier<String>> keyboard;

    /** Days of other years are slips of the keyboard. */
    private static final int FIRST_YEAR = 1990;

    private static final int LAST_YEAR = 2999;

    @Option(names = "--catalogue", paramLabel = "DIR", scope = ScopeType.INHERIT)
    Optional<Path> catalogueFolder = Optional.empty();

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT, defaultValue = "data")
    Path data = Path.of("data");

    @Option(names = "--lang", paramLabel = "zh|en", scope = ScopeType.INHERIT)
    Lang lang = Lang.ZH;

    @Option(names = "--as-of", paramLabel = "DATE", scope = ScopeType.INHERIT)
    Optional<String> asOf = Optional.empty();

    @Option(names = "--no-color", scope = ScopeType.INHERIT)
    boolean noColor;

    @Option(names = "-v", scope = ScopeType.INHERIT)
    boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true)
    boolean version;

    /** With a keyboard, if somebody sits at one: it gives the next line typed. */
    Huizong(MessageBundle words, PrintWriter out, PrintWriter err, Clock clock, Optional<Supplier<String>> keyboard) {
        this.words = words;
        this.out = Screen.of(out);
        this.err = Screen.of(err);
        this.bar = err;
        this.clock = clock;
        this.keyboard = keyboard;
    }

    MessageBundle words() {
        return words;
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /** For what is drawn over itself, in words of our own alone. */
    PrintWriter bar() {
        return bar;
    }

    Clock clock() {
        return clock;
    }

    /** Prints a sentence. */
    void say(String key, Object... values) {
        out.println(words.text(key, Arrays.stream(values).map(Huizong::visible).toArray()));
    }

    /** Prints a text in lines that fit the terminal, each with that indent, the later ones with a little more. */
    void paragraph(String indent, String text) {
        lines(indent, text).forEach(out::println);
    }

    /** The lines of a paragraph. */
    List<String> lines(String indent, String text) {
        return lines(indent, indent + (indent.isEmpty() ? "" : "  "), text);
    }

    /** The lines of a text. */
    List<String> lines(String first, String next, String text) {
        return Lines.of(first, next, visible(text), width());
    }

    /** Prints rows under each other on a terminal, with tabs elsewhere; the first is their head. */
    void table(List<List<String>> rows) {
        columns(rows).forEach(out::println);
    }

    /** A line for each row, in which the columns stand under each other on a terminal, and behind tabs elsewhere. */
    List<String> columns(List<List<String>> rows) {
        List<List<String>> seen = rows.stream()
                .map(row -> row.stream().map(Huizong::visible).toList())
                .toList();
        boolean terminal = TerminalProgress.terminal().isPresent();
        return terminal ? Columns.aligned(seen) : Columns.plain(seen);
    }

    /** Says the first ones of a list, and how many more there are. */
    <T> void list(List<T> all, Consumer<T> say, String more) {
        list(all, MOST_SHOWN, say, more);
    }

    /** Says no more than so many of a list, and how many more there are. */
    <T> void list(List<T> all, int most, Consumer<T> say, String more) {
        all.stream().limit(most).forEach(say);
        if (all.size() > most) {
            say(more, all.size() - most);
        }
    }

    /** Says what to do now, in one line, beside what a script would read. */
    void next(String what, Object... values) {
        err.println(words.text(
                "cli.next",
                words.text(
                        "cli.next." + what,
                        Arrays.stream(values).map(Huizong::visible).toArray())));
    }

    /** Says that this is to be done now. */
    void next(NextStep step) {
        next(step.code(), step.values().toArray());
    }

    /** Asks a question that yes or no answers; empty if nobody is there to ask. */
    Optional<Boolean> ask(String key) {
        return keyboard.map(typed -> {
            err.print(words.text(key));
            err.flush();
            return YES.contains(typed.get().strip().toLowerCase(Locale.ROOT));
        });
    }

    /** How wide the terminal is, in digits; elsewhere a usual width. */
    private int width() {
        boolean terminal = TerminalProgress.terminal().isPresent();
        int wide = terminal ? spec.usageMessage().autoWidth(true).width() : WIDTH;
        return Math.min(WIDEST, wide);
    }

    /** In one line and without what a terminal would obey: a file's name may hold a line break. */
    static String visible(@Nullable Object value) {
        return Visible.line(String.valueOf(value));
    }

    /** The catalogue in use, checked in full; the built-in one was checked when the program was built. */
    Catalogue catalogue() {
        return folder().isPresent() ? checked(tables(), CheckedCatalogues.ofProgram()) : CatalogueLoader.builtIn();
    }

    /** The catalogue of these tables, checked in full unless it is known to have no fault. */
    static Catalogue checked(Map<String, byte[]> tables, CheckedCatalogues known) {
        if (known.contains(CatalogueLoader.digest(tables))) {
            return CatalogueLoader.load(tables);
        }
        Catalogue catalogue = checked(tables);
        known.add(catalogue.digestOfAll());
        return catalogue;
    }

    /** The folder of the catalogue in use; empty if that is the built-in one. */
    Optional<Path> folder() {
        return folder(catalogueFolder, OWN);
    }

    /** The folder that is named, else the office's own if there is one. */
    static Optional<Path> folder(Optional<Path> named, Path own) {
        return named.or(() -> Optional.of(own).filter(Files::isDirectory));
    }

    /**
     * The catalogue of these tables, checked in full.
     *
     * @throws BrokenCatalogueException with all that is wrong with it
     */
    static Catalogue checked(Map<String, byte[]> tables) {
        Catalogue catalogue = Lint.load(tables);
        Stream<Fault> ofTemplates = Stream.of(Lang.values())
                .flatMap(l -> TemplateLint.faults(catalogue, new Wording(new MessageBundle(l), catalogue)).stream())
                .distinct();
        List<Fault> unfit = Stream.concat(ofTemplates, DocumentLint.faults(catalogue).stream())
                .toList();
        if (!unfit.isEmpty()) {
            throw new BrokenCatalogueException(unfit);
        }
        return catalogue;
    }

    /** The bytes of the tables of the catalogue in use, by file name. */
    Map<String, byte[]> tables() {
        catalogueFolder.filter(f -> !Files.isDirectory(f)).ifPresent(f -> {
            throw new UsageException(words.text("cli.no.catalogue", f));
        });
        return folder().map(CatalogueLoader::tables).orElseGet(CatalogueLoader::builtInTables);
    }

    /** The words of the language about a catalogue. */
    Wording wording(Catalogue catalogue) {
        return new Wording(words, catalogue);
    }

    /** The data folder, opened. */
    Store store() {
        return Store.open(data);
    }

    /** The data folder, opened; a usage fault if nothing was ever consolidated into it. */
    Store existingStore() {
        if (!hasStore()) {
            throw new UsageException(words.text("cli.no.data", data));
        }
        return store();
    }

    /** Whether anything was ever kept in the data folder, however little of it may be left. */
    boolean hasStore() {
        return Store.exists(data);
    }

    /** Where everything temporary lies while the store is not open: in the data folder, if there is one to write to. */
    TempFolder temp() throws IOException {
        return Files.isWritable(data) ? Store.temp(data) : TempFolder.ofSystem();
    }

    /** The day as of which commands report: the given one, else today. */
    LocalDate today() {
        return asOf.map(this::date).orElseGet(() -> LocalDate.now(clock));
    }

    /** A day as typed. */
    LocalDate date(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR)
                    .orElseThrow(() -> noDate(text));
        } catch (DateTimeException e) {
            throw noDate(text);
        }
    }

    private UsageException noDate(String text) {
        return new UsageException(words.text("cli.no.date", text));
    }

    /** A period as typed; of one without its year it is said which is taken. */
    Period period(String text) {
        Period period = typed(text).orElseThrow(() -> new UsageException(words.text("cli.no.period", text)));
        if (PeriodText.named(text).isEmpty()) {
            err.println(words.text("cli.period.latest", visible(text), period));
        }
        return period;
    }

    /** The period that somebody typed in any of the ways in which it is written. */
    Optional<Period> typed(String text) {
        return PeriodText.named(text).or(() -> PeriodText.latest(text, today()));
    }

    /** The code of a unit that was typed as its code, its name or another name of it. */
    String unit(Catalogue catalogue, String text) {
        return Typed.unit(catalogue, text).orElseThrow(() -> {
            String near = Typed.nearUnits(catalogue, text);
            return new UsageException(
                    near.isEmpty() ? words.text("cli.no.unit", text) : words.text("cli.no.unit.near", text, near));
        });
    }

    /** Who is at the keyboard, for the record. */
    String who() {
        return System.getProperty("user.name", "?");
    }

    /** What may be done to what was sent and to periods, on record in that store. */
    OfficeActs acts(Store store) {
        return new OfficeActs(catalogue(), store, today(), Instant.now(clock), who());
    }

    /** A text that must say something. */
    void needed(String text, String option) {
        if (text.isBlank()) {
            throw new UsageException(words.text("cli.usage.missing", option));
        }
    }
}
