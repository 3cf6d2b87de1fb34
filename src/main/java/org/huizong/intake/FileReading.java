package org.huizong.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Unit;
import org.huizong.catalogue.UnitBook;
import org.huizong.intake.identify.DuplicateSheetResolver;
import org.huizong.intake.identify.Identity;
import org.huizong.intake.identify.MultiUnitSheetDetector;
import org.huizong.intake.identify.Recogniser;
import org.huizong.intake.locate.FieldFinder;
import org.huizong.intake.locate.FormBook;
import org.huizong.intake.locate.Labels;
import org.huizong.intake.locate.Locator;
import org.huizong.intake.locate.RegisterBook;
import org.huizong.intake.parse.Normaliser;
import org.huizong.layout.Field;
import org.huizong.model.Argument;
import org.huizong.model.CellAddress;
import org.huizong.model.CellRef;
import org.huizong.model.Finding;
import org.huizong.model.FindingLimit;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.Remark;
import org.huizong.model.Severity;
import org.huizong.model.SourceFile;
import org.huizong.model.Submission;
import org.huizong.spreadsheet.read.Contents;
import org.huizong.spreadsheet.read.ReturnList;
import org.huizong.spreadsheet.read.SheetCells;
import org.huizong.text.Folding;

/** Reads the sheets of one file: which of them are returns, whose they are, and what they say. */
final class FileReading {
    private static final int MOST_OF_A_VERSION = 20;
    private static final String NOT_OWED = "unit.owes";

    private final Catalogue catalogue;
    private final Recogniser recogniser;
    private final Normaliser normaliser;
    private final UnitBook units;
    private final MultiUnitSheetDetector crowd;
    private final SourceFile file;
    private final Period folder;
    private final List<Submission> submissions = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> strangers = new ArrayList<>();
    private RollUpReading handedUp = new RollUpReading(List.of(), "");
    private int returns;
    private int passed;

    /**
     * Of one file of the folder of a period.
     *
     * @param catalogue the catalogue whose returns are read
     * @param recogniser tells the return that a sheet is
     * @param normaliser reads the cells
     * @param units tells the unit that is written
     * @param crowd tells tables of several units
     */
    FileReading(
            Catalogue catalogue,
            Recogniser recogniser,
            Normaliser normaliser,
            UnitBook units,
            MultiUnitSheetDetector crowd,
            SourceFile file,
            Period folder) {
        this.catalogue = catalogue;
        this.recogniser = recogniser;
        this.normaliser = normaliser;
        this.units = units;
        this.crowd = crowd;
        this.file = file;
        this.folder = folder;
    }

    Reading read(Contents.Sheets contents) {
        // the list in front of a returned copy is no part of what is sent back
        List<SheetCells> sent =
                contents.sheets().stream().filter(s -> !ReturnList.is(s)).toList();
        boolean consolidated = sent.stream().anyMatch(FieldFinder::isConsolidated);
        if (consolidated) {
            handedUp = new RollUpReading(sent, file.name());
            List<String> senders = senders(sent);
            if (!handedUp.tables().isEmpty() && senders.size() > 1) {
                List<Argument> names = senders.stream().map(Argument::name).toList();
                return Intake.refused(
                        file,
                        "below.several",
                        Map.of("count", Argument.of(names.size()), "who", new Argument.Several(names)));
            }
        }
        for (boolean hidden : new boolean[] {false, true}) {
            for (int i = 0; i < sent.size(); i++) {
                SheetCells sheet = sent.get(i);
                if (sheet.isHidden() != hidden) {
                    continue;
                }
                if (consolidated && !FieldFinder.isConsolidated(sheet)) {
                    passed += RollUpReading.is(sheet) ? 0 : 1;
                } else if (hidden) {
                    readHidden(sheet, i, contents);
                } else {
                    read(sheet, i, contents);
                }
            }
        }
        if (consolidated) {
            sayOnce();
        }
        if (returns == 0) {
            String why = contents.isText()
                    ? "file.text"
                    : sent.stream().allMatch(SheetCells::isEmpty)
                                    && sent.size() < contents.sheets().size()
                            ? "file.list"
                            : "file.other";
            return Intake.refused(file, why, Map.of());
        }
        findings.addAll(strangers);
        contents.remarks().stream()
                .sorted()
                .map(rule -> Finding.failed(rule, Severity.NOTICE, CellRef.file(file.name())))
                .forEach(findings::add);
        List<Submission> single = DuplicateSheetResolver.resolve(submissions, findings);
        return single.isEmpty() ? new Reading.Refused(file, findings) : new Reading.Read(file, single, findings);
    }

    /** Labels of the units whose consolidated forms the file holds, in the order of its sheets. */
    private List<String> senders(List<SheetCells> sent) {
        return sent.stream()
                .filter(FieldFinder::isConsolidated)
                .flatMap(sheet -> new FieldFinder(sheet).find(Field.UNIT).flatMap(FieldFinder.Found::cell).stream())
                .flatMap(cell -> units.find(FieldFinder.withoutWord(Field.UNIT, cell.show())).stream())
                .map(Unit::label)
                .distinct()
                .toList();
    }

    /**
     * Of a consolidated workbook one sentence for all: its sheets are of one unit and one period, and most of them are
     * no returns.
     */
    private void sayOnce() {
        if (!submissions.isEmpty()) {
            passed += (int)
                    findings.stream().filter(f -> f.rule().equals(NOT_OWED)).count();
            findings.removeIf(f -> f.rule().equals(NOT_OWED));
            strangers.add(Finding.failed("file.consolidated", Severity.NOTICE, CellRef.file(file.name()))
                    .with("read", Argument.of(submissions.size()))
                    .with("passed", Argument.of(passed)));
        }
        Set<String> said = new HashSet<>();
        findings.removeIf(f -> f.sendsBack() && !said.add(f.rule()));
    }

    /**
     * Reads a sheet that its sender may not know of. Beside the same return on a sheet that shows it counts for
     * nothing, whatever it says; else what is said of it tells that it is hidden.
     */
    private void readHidden(SheetCells sheet, int index, Contents.Sheets contents) {
        List<Submission> shown = List.copyOf(submissions);
        int said = findings.size();
        read(sheet, index, contents);
        List<Submission> read = submissions.subList(shown.size(), submissions.size());
        List<Finding> found = findings.subList(said, findings.size());
        if (read.isEmpty() && found.isEmpty()) {
            return;
        }
        CellRef place = CellRef.sheet(file.name(), sheet.name());
        Remark hidden = new Remark.HiddenSheet(sheet.isVeryHidden());
        String form =
                recogniser.recognise(sheet, folder.last()).map(r -> r.code()).orElse("");
        boolean known = shown.stream()
                .anyMatch(s -> s.form().equals(form)
                        && read.stream().allMatch(r -> r.unit().equals(s.unit()))
                        && found.stream()
                                .map(f -> f.subject().unit())
                                .allMatch(unit -> unit.isEmpty() || unit.equals(s.unit())));
        if (known) {
            read.clear();
            found.clear();
            strangers.add(Finding.failed("sheet.hidden", Severity.NOTICE, place.whole())
                    .ofForm(form));
            return;
        }
        found.replaceAll(f -> f.with(hidden));
        if (!read.isEmpty()) {
            strangers.add(Finding.failed("sheet.hidden.read", Severity.NOTICE, place.whole())
                    .with(hidden));
        }
    }

    private void read(SheetCells sheet, int index, Contents.Sheets contents) {
        if (sheet.isEmpty()) {
            return;
        }
        CellRef place = CellRef.sheet(file.name(), sheet.name());
        Optional<Recogniser.Recognised> recognised = recogniser.recognise(sheet, folder.last());
        Optional<Finding> crowded =
                recognised.filter(r -> r.isMarked() || isRegister(r)).isPresent()
                        ? Optional.empty()
                        : crowd.find(sheet, folder.last(), place);
        if (crowded.isPresent()) {
            returns++;
            rows(sheet, crowded.get(), place, contents);
        } else if (recognised.isPresent()) {
            returns++;
            read(sheet, recognised.get(), place, contents);
        } else if (!sheet.isHidden() && !Recogniser.isInstructions(sheet, index)) {
            strangers.add(Finding.failed("sheet.other", Severity.NOTICE, place.whole())
                    .with("sheet", Argument.name(sheet.name())));
        }
    }

    /** A table of units is read if each row names its unit and the sheet its period; else it is refused as what it is. */
    private void rows(SheetCells sheet, Finding crowded, CellRef place, Contents.Sheets contents) {
        Return form = catalogue.form(crowded.subject().form(), folder.last()).orElseThrow();
        Identity identity = new Identity(units, folder, form, place, new FieldFinder(sheet), contents.from1904());
        Optional<UnitRows> table = UnitRows.of(sheet, recogniser.book(form, folder.last()), units);
        if (table.isEmpty() || !identity.isOfThePeriod()) {
            findings.add(crowded);
            return;
        }
        List<UnitRows.Row> rows = table.get().read(normaliser, place, contents.from1904());
        for (UnitRows.Row row : rows) {
            if (!row.unit().owes(form.code(), folder.last())) {
                findings.add(Finding.failed(NOT_OWED, Severity.ERROR, place.whole())
                        .ofUnit(row.unit().code())
                        .ofForm(form.code()));
                continue;
            }
            submissions.add(new Submission(
                    row.unit().code(),
                    form.code(),
                    form.version(),
                    folder,
                    contents.saved(),
                    place.at(new CellAddress(row.number(), 0)),
                    row.observations(),
                    Map.of(),
                    row.findings()));
        }
        strangers.add(Finding.failed("sheet.rows", Severity.NOTICE, place.whole())
                .ofForm(form.code())
                .with("count", Argument.of(rows.size())));
    }

    private boolean isRegister(Recogniser.Recognised recognised) {
        return catalogue
                .form(recognised.code(), folder.last())
                .filter(form -> form.kind() == Return.Kind.REGISTER)
                .isPresent();
    }

    private void read(SheetCells sheet, Recogniser.Recognised recognised, CellRef place, Contents.Sheets contents) {
        Optional<Return> asked = catalogue.form(recognised.code(), folder.last());
        if (asked.isEmpty()) {
            findings.add(Finding.failed("return.ended", Severity.ERROR, place.whole())
                    .ofForm(recognised.code())
                    .with("folder", Argument.of(folder)));
            return;
        }
        Return form = asked.get();
        FieldFinder fields = new FieldFinder(sheet);
        Identity identity = new Identity(units, folder, form, place, fields, contents.from1904());
        Optional<String> unit = identity.check();
        findings.addAll(identity.findings());
        if (unit.isEmpty() || !identity.findings().isEmpty()) {
            return;
        }
        Optional<ConsolidatedForm> consolidated = Optional.of(new ConsolidatedForm(
                        catalogue, normaliser, sheet, form, place, handedUp.rows(form.code(), folder.code())))
                .filter(c -> fields.isConsolidated());
        if (consolidated.filter(ConsolidatedForm::isOfNobody).isPresent()) {
            findings.add(consolidated.get().nobody(unit.get()));
            return;
        }
        List<Finding> remarks = new ArrayList<>();
        String version = recognised.version().isEmpty() || recognised.version().length() > MOST_OF_A_VERSION
                ? form.version()
                : recognised.version();
        if (!version.equals(form.version())) {
            remarks.add(Finding.failed("version.other", Severity.NOTICE, place.whole())
                    .ofForm(form.code())
                    .with("version", Argument.text(Folding.shorten(version)))
                    .with("current", Argument.name(form.version())));
        }
        List<Observation> observations =
                new ArrayList<>(observations(sheet, form, place, fields, contents.from1904(), remarks));
        consolidated.ifPresent(c -> {
            c.read(List.copyOf(observations), folder.last(), contents.from1904());
            observations.addAll(c.observations());
            remarks.addAll(c.findings());
        });
        if (consolidated.isEmpty()) {
            new ReportedDay(form, folder, contents.saved())
                    .check(fields, contents.from1904(), place)
                    .ifPresent(remarks::add);
        }
        submissions.add(new Submission(
                unit.get(),
                form.code(),
                version,
                folder,
                contents.saved(),
                place.whole(),
                observations,
                SheetReading.signature(fields, contents.from1904()),
                FindingLimit.apply(remarks, place.whole())));
    }

    private List<Observation> observations(
            SheetCells sheet, Return form, CellRef place, FieldFinder fields, boolean from1904, List<Finding> remarks) {
        if (form.kind() == Return.Kind.REGISTER) {
            RegisterBook book = recogniser.register(form, folder.last());
            var reading = new RegisterReading(sheet, book, normaliser, place, from1904).read(fields);
            remarks.addAll(reading.findings());
            return reading.observations();
        }
        FormBook book = recogniser.book(form, folder.last());
        Labels labels = new Labels(sheet, book);
        Locator locator = new Locator(sheet, book, labels);
        Fields lines = new Fields(sheet, place, labels.headRow());
        labels.rows().forEach(row -> lines.tooMany(row).ifPresent(remarks::add));
        SheetReading reading = new SheetReading(book, locator, normaliser, place, from1904).read();
        remarks.addAll(reading.findings());
        return reading.observations();
    }
}
