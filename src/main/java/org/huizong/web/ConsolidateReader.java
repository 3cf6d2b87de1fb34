package org.huizong.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.job.Outcome;
import org.huizong.model.Period;
import org.huizong.office.CoverageText;
import org.huizong.office.FaultText;
import org.huizong.office.TimeLeft;
import org.huizong.publish.narrative.ChangeText;
import org.huizong.store.Edition;
import org.huizong.store.Store;
import org.huizong.wording.Wording;

/** Says how far a run is, what it came to, and what can be taken. */
final class ConsolidateReader {
    private static final List<String> STEPS =
            List.of("readReturns", "checkSubmissions", "checkAcross", "consolidate", "publish");
    private static final int MOST_CHANGES = 60;

    private final PageFrame frame;
    private final Catalogue catalogue;

    ConsolidateReader(PageFrame frame, Catalogue catalogue) {
        this.frame = frame;
        this.catalogue = catalogue;
    }

    ConsolidateView.Progress progress(RunState run) {
        RunState.Look look = run.look();
        List<ConsolidateView.Step> steps = new ArrayList<>();
        for (String step : STEPS) {
            boolean isNow = step.equals(look.step());
            String state = isNow ? "now" : look.finished().contains(step) ? "done" : "next";
            steps.add(new ConsolidateView.Step(
                    state,
                    frame.wording().text("step." + step),
                    isNow ? look.done() : 0,
                    isNow ? look.total() : 0,
                    isNow
                            ? look.left()
                                    .map(left -> TimeLeft.say(frame.wording().words(), left)
                                            .strip())
                                    .orElse("")
                            : ""));
        }
        List<String> sentences = new ArrayList<>();
        run.fault()
                .ifPresent(why -> sentences.addAll(new FaultText(frame.wording().words()).of(why)));
        run.outcome().ifPresent(outcome -> sentences.addAll(said(outcome)));
        return new ConsolidateView.Progress(
                run.isOver(),
                run.fault().isPresent(),
                run.outcome().map(Outcome::isComplete).orElse(false),
                steps,
                sentences);
    }

    private List<String> said(Outcome outcome) {
        Wording wording = frame.wording();
        List<String> said = new ArrayList<>();
        said.add(CoverageText.of(
                wording,
                outcome.publication().consolidation().period(),
                outcome.publication().consolidation().coverage()));
        said.add(wording.text(
                "cli.outcome.files",
                outcome.count("files"),
                outcome.count("read"),
                outcome.count("unchanged"),
                outcome.count("refused")));
        said.add(frame.t(
                outcome.published().isNewEdition() ? "web.run.edition" : "web.run.same",
                outcome.publication().edition().number()));
        int copies = outcome.published().copies().count();
        if (copies > 0) {
            said.add(frame.t("web.run.copies", copies));
        }
        return said;
    }

    /** The edition that is published, in words; empty if there is none. */
    String edition(Store store) {
        return store.editions()
                .latest(frame.period())
                .map(e -> frame.t("web.run.published", e.number(), e.asOf()))
                .orElse("");
    }

    List<ConsolidateView.Change> changes(Store store) {
        Period period = frame.period();
        Optional<Edition> edition = store.editions().latest(period);
        return edition.stream()
                .flatMap(e -> new ChangeText(catalogue, frame.wording(), period).rows(e.changes()).stream())
                .limit(MOST_CHANGES)
                .map(this::change)
                .toList();
    }

    private ConsolidateView.Change change(ChangeText.Row row) {
        List<String> changes = new ArrayList<>();
        if (row.own().isDifferent()) {
            changes.add(changed("cli.history.changed", row.own()));
        }
        if (row.toDate().isDifferent()) {
            changes.add(changed("cli.history.changed.todate", row.toDate()));
        }
        return new ConsolidateView.Change(
                row.unit(),
                row.form(),
                row.span(),
                row.what(),
                frame.wording().list(changes),
                Stream.of(row.why(), row.source()).filter(t -> !t.isEmpty()).collect(Collectors.joining(" ")));
    }

    private String changed(String key, ChangeText.Pair pair) {
        return frame.wording()
                .text(key, pair.before().text(), pair.after().text())
                .strip();
    }
}
