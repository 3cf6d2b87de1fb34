package org.huizong.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huizong.consolidation.Lacking;
import org.huizong.consolidation.Standing;

/** Whom the counted returns of units that report for many lack themselves, in words: 青溪镇(石桥村). */
final class Beneath {
    private static final int NAMED = 3;

    private final Book book;

    Beneath(Book book) {
        this.book = book;
    }

    /** 下级 22/23,缺 石桥村; empty if nobody below is missing or nobody is below. */
    String text(Standing standing) {
        return standing.below()
                .map(b -> book.text("report.below.state", b.counted(), b.owed(), b.missing()))
                .orElse("");
    }

    /** Who is not in these returns: units that have not reported, and those that reported without some of theirs. */
    String without(List<Standing> standings) {
        List<String> names = new ArrayList<>();
        standings.stream()
                .filter(s -> s.isOpen() || s.below().isPresent())
                .map(s -> s.isOpen() ? book.label(s.owed().unit()) : name(s))
                .distinct()
                .forEach(names::add);
        return String.join(book.text("report.comma"), names);
    }

    /** What is lacking below in the returns of these codes, the first three units by name; empty if nothing is. */
    String of(Set<String> forms) {
        return lacking(book.consolidation().coverage().below().stream()
                .filter(s -> forms.contains(s.owed().form()))
                .toList());
    }

    /** How many returns below are lacking, and whose; empty if none is. */
    Optional<String> all() {
        List<Standing> below = book.consolidation().coverage().below();
        return below.isEmpty() ? Optional.empty() : Optional.of(book.text("report.below.all", below.size(), names(below)));
    }

    private String lacking(List<Standing> below) {
        return below.isEmpty() ? "" : book.text("report.below.lacks", names(below));
    }

    private String names(List<Standing> below) {
        List<String> names = below.stream().map(this::name).distinct().toList();
        String first =
                String.join(book.text("report.comma"), names.stream().limit(NAMED).toList());
        return names.size() > NAMED ? book.text("report.below.more", first) : first;
    }

    private String name(Standing standing) {
        return book.text(
                "report.below.of",
                book.label(standing.owed().unit()),
                standing.below().map(Lacking::missing).orElse(""));
    }
}
