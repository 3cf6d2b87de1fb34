package org.huizong.template;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.huizong.model.CellAddress;
import org.huizong.spreadsheet.write.Styles;
import org.huizong.wording.Wording;

/**
 * Draws where to look: a small form of cells that hold nothing to send, and beside each row what it is for.
 *
 * <p>Its columns are those of {@link GuideSheet}: 指标, 本月, 上月, 审核, 情况说明, and the words beside them.
 */
final class GuidePicture {
    private static final int LABEL = 1;
    private static final int NOW = 2;
    private static final int PRIOR = 3;
    private static final int CHECK = 4;
    private static final int EXPLAIN = 5;
    private static final int BESIDE = 6;
    private static final double HEIGHT = 24;

    private final Wording wording;
    private final Styles styles;
    private final CellWriter pen;
    private final boolean isIssued;
    private final Tints tints;
    private int row;

    GuidePicture(Wording wording, Styles styles, CellWriter pen, boolean isIssued) {
        this.wording = wording;
        this.styles = styles;
        this.pen = pen;
        this.isIssued = isIssued;
        this.tints = new Tints(pen.sheet());
    }

    /** Draws it from a row on; the row below it. */
    int draw(int first) {
        row = first;
        identity();
        banner();
        int table = row;
        line(styles.head(), "template.item", "template.now.month", "template.prior.month", "template.check");
        pen.text(at(EXPLAIN), wording.text("template.explanation"), styles.head());
        next("");
        line(styles.centred(), "template.look.fine", "", "", "");
        figures("12", "10", VerdictMark.FINE, "");
        fill(row, NOW, Styles.INPUT_TINT);
        next("template.look.input");
        line(styles.centred(), "template.look.wrong", "", "", "");
        figures("15", "8", VerdictMark.ERROR + " " + wording.text("template.look.wrong.check"), "");
        fill(row, NOW, Tints.RED);
        next("template.look.red");
        line(styles.centred(), "template.look.odd", "", "", "");
        figures(
                "9",
                "1",
                VerdictMark.QUERY + " " + wording.text("template.look.odd.check"),
                "template.look.odd.reason");
        fill(row, NOW, Tints.YELLOW);
        fill(row, EXPLAIN, Tints.YELLOW);
        next("template.look.yellow");
        styles.frame(pen.sheet(), new CellRangeAddress(table, row - 1, LABEL, EXPLAIN));
        foot();
        return row;
    }

    private void identity() {
        pen.text(at(LABEL), wording.text("template.look.unit"), styles.plainRight());
        pen.merge(row, NOW, PRIOR, styles.line());
        pen.text(at(CHECK), wording.text("template.look.period"), styles.plainRight());
        pen.style(at(EXPLAIN), styles.line());
        if (isIssued) {
            pen.text(at(NOW), VerdictMark.FINE).text(at(EXPLAIN), VerdictMark.FINE);
        } else {
            fill(row, NOW, Styles.INPUT_TINT);
            fill(row, PRIOR, Styles.INPUT_TINT);
            fill(row, EXPLAIN, Styles.INPUT_TINT);
        }
        next(isIssued ? "template.look.given" : "template.look.identity");
    }

    private void banner() {
        pen.merge(row, LABEL, EXPLAIN, styles.banner()).text(at(LABEL), wording.text("template.banner.left", "", 1, 1));
        next("template.look.banner");
    }

    private void foot() {
        pen.text(at(LABEL), wording.text("template.foot_filler"), styles.plainRight());
        pen.merge(row, NOW, PRIOR, styles.line());
        pen.text(at(CHECK), wording.text("template.foot_phone"), styles.plainRight());
        pen.style(at(EXPLAIN), styles.line());
        fill(row, NOW, Styles.INPUT_TINT);
        fill(row, PRIOR, Styles.INPUT_TINT);
        fill(row, EXPLAIN, Styles.INPUT_TINT);
        next("template.look.foot");
    }

    private void line(XSSFCellStyle style, String label, String now, String prior, String check) {
        pen.text(at(LABEL), text(label), style)
                .text(at(NOW), text(now), style)
                .text(at(PRIOR), text(prior), style)
                .text(at(CHECK), text(check), style)
                .style(at(EXPLAIN), style);
    }

    private void figures(String now, String prior, String check, String reason) {
        pen.text(at(NOW), now)
                .text(at(PRIOR), prior)
                .text(at(CHECK), check, styles.remark())
                .text(at(EXPLAIN), text(reason), styles.remark());
    }

    private String text(String key) {
        return key.isEmpty() ? "" : wording.text(key);
    }

    /** Says beside the row what it is for, and goes on with the next. */
    private void next(String beside) {
        if (!beside.isEmpty()) {
            pen.text(at(BESIDE), "← " + wording.text(beside), styles.paragraph());
        }
        pen.height(row++, HEIGHT);
    }

    private void fill(int at, int column, String rgb) {
        tints.area(new CellRangeAddress(at, at, column, column), "TRUE", rgb);
    }

    private CellAddress at(int column) {
        return new CellAddress(row, column);
    }
}
