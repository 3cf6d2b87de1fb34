package org.huizong.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.huizong.assessment.Mark;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Criterion;
import org.huizong.catalogue.Unit;
import org.huizong.model.Period;
import org.huizong.office.Marking;
import org.huizong.office.OfficeActs;
import org.huizong.store.Store;
import org.huizong.text.Folding;
import org.huizong.text.Nearest;
import org.huizong.wording.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a unit points of the assessment by hand, or takes back what was given, with a reason on record. */
@Command(name = "assess")
final class AssessCommand implements Callable<Integer> {
    private final Huizong program;

    @Parameters(index = "0", paramLabel = "UNIT", descriptionKey = "assessed")
    String unit = "";

    @Parameters(index = "1", paramLabel = "PERIOD", descriptionKey = "PERIOD")
    String period = "";

    @Parameters(index = "2", paramLabel = "CRITERION", descriptionKey = "criterion")
    String criterion = "";

    @Parameters(index = "3", arity = "0..1", paramLabel = "POINTS", descriptionKey = "points")
    Optional<String> points = Optional.empty();

    @Option(names = "--take-back")
    boolean takeBack;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    String reason = "";

    AssessCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        program.needed(reason, "--reason");
        if (takeBack == points.isPresent()) {
            throw usage("cli.assess.either");
        }
        Catalogue catalogue = program.catalogue();
        Unit whose = catalogue.unit(program.unit(catalogue, unit)).orElseThrow();
        Period wanted = program.period(period);
        Criterion by = criterion(catalogue, wanted);
        Wording wording = program.wording(catalogue);
        try (Store store = program.existingStore()) {
            OfficeActs acts = program.acts(store);
            Marking marking = new Marking(wording, whose, wanted, by);
            points.map(text -> marking.give(acts, text, reason))
                    .orElseGet(() -> marking.takeBack(acts, reason))
                    .ifPresent(refusal -> {
                        throw usage(
                                "cli.assess." + refusal.code(), refusal.values().toArray());
                    });
            acts.mark(whose, wanted, by)
                    .flatMap(Mark::points)
                    .ifPresentOrElse(
                            p -> program.say(
                                    "cli.assess.done",
                                    wording.label(whose),
                                    wanted,
                                    wording.label(by),
                                    p.toPlainString(),
                                    by.full().toPlainString()),
                            () -> program.say("cli.assess.taken", wording.label(whose), wanted, wording.label(by)));
            program.next("consolidate", wanted);
        }
        return Exit.DONE;
    }

    /** The criterion with that code or name. */
    private Criterion criterion(Catalogue catalogue, Period wanted) {
        List<Criterion> all = catalogue.criteria().stream()
                .filter(c -> c.validity().covers(wanted.last()))
                .toList();
        if (all.isEmpty()) {
            throw usage("cli.assess.nobody");
        }
        String folded = Folding.fold(criterion);
        return all.stream()
                .filter(c -> names(c).map(Folding::fold).anyMatch(folded::equals))
                .findFirst()
                .orElseThrow(() -> {
                    String near = Nearest.of(
                            criterion,
                            all.stream()
                                    .flatMap(AssessCommand::names)
                                    .distinct()
                                    .toList());
                    String known =
                            String.join(", ", all.stream().map(Criterion::code).toList());
                    return near.isEmpty()
                            ? usage("cli.assess.criterion", criterion, known)
                            : usage("cli.assess.criterion.near", criterion, near);
                });
    }

    private static Stream<String> names(Criterion criterion) {
        return Stream.of(
                criterion.code(), criterion.label(), criterion.labelEn().toLowerCase(Locale.ROOT));
    }

    private UsageException usage(String key, Object... values) {
        return new UsageException(program.words().text(key, values));
    }
}
