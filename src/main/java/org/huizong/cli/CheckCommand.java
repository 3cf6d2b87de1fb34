package org.huizong.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizong.catalogue.Catalogue;
import org.huizong.disk.TempFolder;
import org.huizong.intake.ReturnsFolder;
import org.huizong.model.Period;
import org.huizong.model.Severity;
import org.huizong.office.FileCheck;
import org.huizong.publish.narrative.Undecided;
import org.huizong.store.StoredFinding;
import org.huizong.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks returns without storing anything: what a clerk or the office asks before sending. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
    private final Huizong program;

    @Parameters(paramLabel = "FILE-or-DIR", descriptionKey = "places", arity = "1..*")
    List<Path> places = List.of();

    @Option(names = "--period", paramLabel = "PERIOD")
    Optional<String> period = Optional.empty();

    CheckCommand(Huizong program) {
        this.program = program;
    }

    @Override
    @SuppressWarnings("try") // held, and not looked at
    public Integer call() throws IOException {
        // files of zips are unpacked where the next start deletes them if this one is killed
        try (TempFolder temp = program.temp()) {
            return check();
        }
    }

    private int check() {
        Optional<Period> expected = period.map(program::period);
        Catalogue catalogue = program.catalogue();
        Wording wording = program.wording(catalogue);
        List<ReturnsFolder> folders = folders();
        if (folders.stream().allMatch(ReturnsFolder::isEmpty)) {
            throw new UsageException(program.words().text("cli.check.none"));
        }
        FileCheck check = new FileCheck(catalogue, program.today());
        List<FileCheck.Checked> all = new ArrayList<>();
        folders.stream().flatMap(folder -> check.check(folder, expected)).forEach(checked -> {
            print(wording, checked);
            if (program.verbose) {
                new Undecided(catalogue, wording)
                        .lines(checked.undecided().stream()
                                .map(FileCheck.Found::stored)
                                .toList())
                        .forEach(line -> program.paragraph("  ", line));
            }
            all.add(checked);
        });
        List<StoredFinding> findings = all.stream()
                .filter(FileCheck.Checked::opened)
                .flatMap(c -> c.findings().stream())
                .map(FileCheck.Found::stored)
                .toList();
        long files = all.stream().filter(FileCheck.Checked::opened).count();
        if (files > 1) {
            program.say(
                    "cli.check.all",
                    files,
                    findings.stream().filter(f -> f.finding().sendsBack()).count());
        }
        new RepairText(wording).counts(findings).ifPresent(program.out()::println);
        boolean errors = all.stream().anyMatch(FileCheck.Checked::isSentBack);
        program.next(errors ? "check.errors" : "check.fine");
        return errors ? Exit.OPEN : Exit.DONE;
    }

    private List<ReturnsFolder> folders() {
        List<ReturnsFolder> folders = new ArrayList<>();
        for (Path place : places) {
            if (!Files.exists(place)) {
                throw new UsageException(program.words().text("cli.no.file", place.toAbsolutePath()));
            }
            folders.add(Files.isDirectory(place) ? ReturnsFolder.list(place) : ReturnsFolder.of(place));
        }
        return folders;
    }

    private void print(Wording wording, FileCheck.Checked checked) {
        program.say(
                "cli.check.file",
                checked.file(),
                checked.count(Severity.ERROR),
                checked.count(Severity.QUERY),
                checked.count(Severity.NOTICE));
        checked.findings().forEach(f -> print(wording, f));
    }

    private void print(Wording wording, FileCheck.Found found) {
        program.say(
                "cli.check.finding",
                wording.text("severity." + found.finding().severity().code()),
                wording.place(found.finding().where()),
                wording.sentence(found.finding(), found.period()));
        String relation = wording.relation(found.finding(), found.period());
        if (program.verbose && !relation.isEmpty()) {
            program.say("cli.check.relation", relation);
        }
    }
}
