package org.huizong.publish.table;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.huizong.catalogue.Item;
import org.huizong.model.Below;
import org.huizong.model.OfficeTime;
import org.huizong.model.Value;
import org.huizong.publish.narrative.Marks;
import org.huizong.publish.narrative.Terms;
import org.huizong.store.StoredBaseline;
import org.huizong.store.StoredCount;
import org.huizong.store.StoredObservation;
import org.huizong.store.StoredSubmission;

/**
 * 数据来源, and observations.csv, measures.csv and baseline.csv: what was sent, and each value that counts with the cell,
 * the row or the line that it was read from.
 */
public final class ValueLists {
    /** With more links than this a spreadsheet would be slow. */
    private static final int MOST_LINKS = 5_000;

    private static final int SHORT_DIGEST = 12;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Terms terms;

    /** The lists of a publication. */
    public ValueLists(Terms terms) {
        this.terms = terms;
    }

    /** The columns of submissions, which no file has. */
    public Listing<StoredSubmission> submissions() {
        boolean linked = terms.publication().submissions().size() <= MOST_LINKS;
        return new Listing<StoredSubmission>()
                .sheet("unit", 20, s -> ListCell.of(terms.label(s.unit())))
                .sheet("return", 40, s -> ListCell.of(terms.label(s.form())))
                .sheet("period", 14, s -> ListCell.of(terms.wording().period(s.period())))
                .sheet("revision", 8, s -> ListCell.of(s.revision()))
                .sheet("file", 36, s -> linked ? ListCell.file(s.file(), s.sha256()) : ListCell.of(s.file()))
                .sheet("digest", 16, s -> ListCell.of(shortened(s.sha256())))
                .sheet("sheet", 30, s -> ListCell.of(s.sheet()))
                .sheet(
                        "saved",
                        18,
                        s -> ListCell.of(s.saved().map(ValueLists::local).orElse("")))
                .sheet("received", 12, s -> ListCell.of(s.received().toString()))
                .sheet(
                        "disposition",
                        12,
                        s -> ListCell.of(terms.text(
                                "report.disposition." + s.disposition().code())))
                .sheet("digest.full", 68, s -> ListCell.of(s.sha256()));
    }

    /** The columns of the values of counted submissions. */
    public Listing<StoredObservation> observations() {
        return new Listing<StoredObservation>()
                .both(
                        "period",
                        14,
                        o -> o.submission().period().code(),
                        o -> ListCell.of(terms.wording().period(o.submission().period())))
                .both(
                        "unit",
                        20,
                        o -> o.submission().unit(),
                        o -> ListCell.of(terms.label(o.submission().unit())))
                .file("return", o -> o.submission().form())
                .both(
                        "revision",
                        8,
                        o -> String.valueOf(o.submission().revision()),
                        o -> ListCell.of(o.submission().revision()))
                .both(
                        "item",
                        40,
                        o -> o.observation().item(),
                        o -> ListCell.of(label(o.observation().item())))
                .both("record", 18, o -> o.observation().record())
                .both("value", 16, o -> o.observation().value().show(), this::value)
                .both("file", 36, o -> o.submission().file())
                .both("sheet", 30, o -> o.observation().where().sheet())
                .both("cell", 12, o -> o.observation().where().cell())
                .sheet("code", 12, o -> ListCell.of(row(o.observation().item())))
                .ordered("unit", "item", "period", "revision", "file", "value", "sheet", "record", "cell", "code");
    }

    /** The columns of the records that measures count. */
    public Listing<StoredCount> measures() {
        return new Listing<StoredCount>()
                .both(
                        "period",
                        14,
                        c -> c.counted().period().code(),
                        c -> ListCell.of(terms.wording().period(c.counted().period())))
                .both(
                        "unit",
                        20,
                        c -> c.counted().unit(),
                        c -> ListCell.of(terms.label(c.counted().unit())))
                .file("return", c -> c.submission().form())
                .both(
                        "item",
                        40,
                        c -> c.counted().item(),
                        c -> ListCell.of(label(c.counted().item())))
                .both("record", 18, c -> c.counted().record())
                .both(
                        "value",
                        16,
                        c -> c.counted().amount().toPlainString(),
                        c -> ListCell.of(c.counted().amount()))
                .file("sent_for", c -> c.submission().period().code())
                .both("file", 36, c -> c.submission().file())
                .both("sheet", 30, c -> c.submission().sheet())
                .both("cell", 12, c -> c.counted().cell())
                .sheet("revision", 8, c -> ListCell.of(c.submission().revision()))
                .sheet("code", 12, c -> ListCell.of(row(c.counted().item())))
                .ordered("unit", "item", "period", "revision", "file", "value", "sheet", "record", "cell", "code");
    }

    /** The columns of the baseline figures that are used. */
    public Listing<StoredBaseline> baseline() {
        return new Listing<StoredBaseline>()
                .both(
                        "period",
                        14,
                        b -> b.figure().period().code(),
                        b -> ListCell.of(terms.wording().period(b.figure().period())))
                .both(
                        "unit",
                        20,
                        b -> b.figure().unit(),
                        b -> ListCell.of(terms.label(b.figure().unit())))
                .both(
                        "code",
                        12,
                        b -> b.figure().code(),
                        b -> ListCell.of(row(b.figure().code())))
                .sheet("item", 40, b -> ListCell.of(terms.words(b.figure().code())))
                .both(
                        "value",
                        12,
                        b -> b.figure().value().toPlainString(),
                        b -> ListCell.marked(b.figure().value(), Marks.BASELINE))
                .both("source", 30, b -> b.figure().source())
                .both("file", 36, StoredBaseline::file)
                .both(
                        "line",
                        8,
                        b -> String.valueOf(b.figure().line()),
                        b -> ListCell.of(b.figure().line()))
                .file("sha256", StoredBaseline::sha256)
                .sheet("digest", 16, b -> ListCell.of(shortened(b.sha256())))
                .sheet("digest.full", 68, b -> ListCell.of(b.sha256()))
                .both("recorded", 18, b -> b.recorded().toString(), b -> ListCell.of(local(b.recorded())))
                .ordered(
                        "unit",
                        "item",
                        "period",
                        "line",
                        "file",
                        "digest",
                        "source",
                        "recorded",
                        "value",
                        "code",
                        "digest.full");
    }

    private ListCell value(StoredObservation stored) {
        Value value = stored.observation().value();
        return value instanceof Value.Quantity q
                ? ListCell.of(q.number())
                : ListCell.of(terms.value(stored.observation().item(), value.show()));
    }

    private String row(String item) {
        return terms.catalogue().item(item).map(Item::row).orElse("");
    }

    private String label(String item) {
        if (item.startsWith("explain.")) {
            return terms.text("report.explanationof", item.substring("explain.".length()));
        }
        return switch (item) {
            case Below.OWED -> terms.text("report.below.owed");
            case Below.COUNTED -> terms.text("report.below.counted");
            case Below.MISSING -> terms.text("report.below.missing");
            case Below.LACKING -> terms.text("report.below.lacking");
            default ->
                Below.item(item)
                        .map(of ->
                                terms.text("report.below.item", terms.label(of).strip()))
                        .orElseGet(() -> terms.label(item).strip());
        };
    }

    private static String shortened(String sha256) {
        return sha256.substring(0, Math.min(SHORT_DIGEST, sha256.length()));
    }

    /** A moment as the office's clock shows it. */
    public static String local(Instant instant) {
        return MINUTE.format(instant.atZone(OfficeTime.ZONE));
    }
}
