package org.huizong.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huizong.catalogue.BrokenCatalogueException;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Fault;
import org.huizong.catalogue.Indicator;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Rule;
import org.huizong.catalogue.Unit;
import org.huizong.disk.DiskException;
import org.huizong.office.RuleTexts;
import org.huizong.publish.table.RuleTable;
import org.huizong.template.TemplateLint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks the catalogue, says its rules in words, or copies the built-in one out. */
@Command(name = "catalogue")
final class CatalogueCommand extends CommandGroup {
    private final Huizong program;

    CatalogueCommand(Huizong program) {
        this.program = program;
    }

    @Command(name = "check")
    int check() {
        Catalogue catalogue = Huizong.checked(program.tables());
        List<Fault> unreachable = TemplateLint.unreachable(catalogue, program.wording(catalogue));
        if (!unreachable.isEmpty()) {
            throw new BrokenCatalogueException(unreachable);
        }
        program.say(
                "cli.catalogue.sound",
                different(catalogue.units(), Unit::code),
                different(catalogue.returns(), Return::code),
                different(catalogue.items(), Item::code),
                different(catalogue.rules(), Rule::id),
                different(catalogue.indicators(), Indicator::code));
        program.folder()
                .ifPresentOrElse(
                        f -> program.say("cli.catalogue.from", f.toAbsolutePath()),
                        () -> program.say("cli.catalogue.builtin"));
        int year = program.today().getYear();
        program.wording(catalogue).calendar().unlisted(year, year).ifPresent(w -> program.paragraph("", w));
        program.next("catalogue");
        return Exit.DONE;
    }

    /** How many things the rows of a table are about: one thing may have a row for each of its versions. */
    static <T> long different(List<T> rows, Function<T, String> code) {
        return rows.stream().map(code).distinct().count();
    }

    @Command(name = "export")
    int export(@Parameters(paramLabel = "DIR", descriptionKey = "target") Path folder) {
        Map<String, byte[]> files = CatalogueLoader.builtInFiles();
        try {
            for (String name : files.keySet()) {
                Path file = folder.resolve(name);
                if (Files.exists(file)) {
                    throw new UsageException(program.words().text("cli.export.exists", file));
                }
            }
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                Path file = folder.resolve(entry.getKey());
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.write(file, entry.getValue());
            }
        } catch (IOException e) {
            throw new DiskException(folder, e);
        }
        program.say("cli.export.done", folder.toAbsolutePath());
        program.next("exported", folder);
        return Exit.DONE;
    }

    @Command(name = "rules")
    int rules(
            @Option(names = "--return", paramLabel = "CODE") Optional<String> form,
            @Option(names = "--csv", paramLabel = "FILE") Optional<Path> csv) {
        Catalogue catalogue = program.catalogue();
        form.filter(f -> catalogue.returns().stream().noneMatch(r -> r.code().equals(f)))
                .ifPresent(f -> {
                    throw new UsageException(program.words().text("cli.no.return", f, codes(catalogue)));
                });
        RuleTexts texts = new RuleTexts(catalogue, program.wording(catalogue));
        Map<Optional<String>, List<Rule>> rules = texts.rules(form);
        if (csv.isEmpty()) {
            new RuleListing(program, texts).print(rules);
            program.next("rules");
            return Exit.DONE;
        }
        List<Rule> all = rules.values().stream().flatMap(List::stream).toList();
        new RuleTable(program.wording(catalogue)).write(all, texts::forms, csv.get());
        program.say("cli.rules.written", all.size(), csv.get().toAbsolutePath());
        program.next("rules");
        return Exit.DONE;
    }

    private static String codes(Catalogue catalogue) {
        return catalogue.returns().stream().map(Return::code).distinct().collect(Collectors.joining(", "));
    }
}
