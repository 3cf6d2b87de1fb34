package org.huizong.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.intake.Intake;
import org.huizong.intake.ReturnsFolder;
import org.huizong.layout.RegisterLayout;
import org.huizong.model.CellAddress;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A clerk works in a register whose rows share their checks: pastes more records than rows are ready, inserts rows, deletes
 * the row that holds the shared formulas, sorts, saves and goes on. Every record arrives, and each row keeps its checks.
 */
@Tag("office")
class RegisterClerkTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final Wording WORDING = new Wording(new MessageBundle(Lang.ZH), CATALOGUE);
    private static final YearMonth MONTH = YearMonth.of(2025, 3);
    private static final RegisterLayout LAYOUT =
            RegisterLayout.of(CATALOGUE, CATALOGUE.form("petitions", MONTH).orElseThrow(), MONTH);
    private static final int READY = LAYOUT.register().readyRows();
    private static final int RECORDS = 300;
    private static final String KEY = LAYOUT.keys().get(0).code();
    private static final int PETITIONER = LAYOUT.column("petitions.petitioner").orElseThrow();
    private static final int MATTER = LAYOUT.column("petitions.matter").orElseThrow();
    private static final int KEY_COLUMN = LAYOUT.column(KEY).orElseThrow();

    @TempDir
    private static Path home;

    private static List<String> shown;

    @BeforeAll
    static void letAClerkWork() throws IOException {
        Soffice office = Soffice.found(home);
        try (OutputStream out = Files.newOutputStream(home.resolve("issued.xlsx"))) {
            new TemplateWriter(CATALOGUE, WORDING)
                    .issue(CATALOGUE.unit("d07").orElseThrow(), Period.month(MONTH), Prefill.NONE, out);
        }
        List<String> steps = new ArrayList<>();
        step(steps, "open", home.resolve("issued.xlsx").toString());
        step(steps, "sheet", LAYOUT.register().label());
        // the first rows typed, then the same again and again, as from another workbook
        for (int i = 1; i <= 10; i++) {
            step(steps, "type", key(i), "信〔2025〕" + i + "号");
            tell(steps, i);
        }
        show(steps, 1, 10, READY);
        step(steps, "type", check(2), "不该写的");
        show(steps, 2);
        for (int i = 11; i <= RECORDS; i += 10) {
            step(steps, "paste", key(1) + ":" + key(10), key(i));
        }
        step(steps, "show", "$C$" + (LAYOUT.bannerRow() + 1));
        for (int i = 11; i <= RECORDS; i++) {
            step(steps, "type", key(i), "信〔2025〕" + i + "号");
        }
        tell(steps, 100);
        tell(steps, READY);
        show(steps, READY, READY + 1);
        step(steps, "save", at("pasted.xlsx"));
        step(steps, "insert", row(5));
        step(steps, "type", key(5), "信〔2025〕新1号");
        show(steps, 4, 6);
        step(steps, "save", at("inserted.xlsx"));
        step(steps, "unprotect");
        step(steps, "delete", row(1));
        show(steps, 1, 2, READY);
        step(steps, "save", at("deleted.xlsx"));
        step(steps, "open", at("deleted.xlsx"));
        step(steps, "sheet", LAYOUT.register().label());
        step(steps, "type", cell(1, KEY_COLUMN + 1), "甲");
        show(steps, 1, 2);
        step(steps, "sort", key(1) + ":" + cell(READY, LAYOUT.checkColumn() - 1));
        show(steps, 1, 2, READY);
        step(steps, "save", at("sorted.xlsx"));
        shown = office.clerk(steps);
    }

    private static void step(List<String> steps, String... words) {
        steps.add(String.join("\t", words));
    }

    /** Fills in what tells a record from its neighbours: whose it is, what it is about, or neither. */
    private static void tell(List<String> steps, int record) {
        if (record % 3 == 1) {
            step(steps, "type", cell(record, PETITIONER), "张三");
        } else if (record % 3 == 2) {
            step(steps, "type", cell(record, MATTER), "占道");
        }
    }

    private static void show(List<String> steps, int... records) {
        for (int record : records) {
            step(steps, "show", check(record));
        }
    }

    private static String row(int record) {
        return String.valueOf(LAYOUT.firstRecordRow() + record);
    }

    private static String cell(int record, int column) {
        return new CellAddress(LAYOUT.firstRecordRow() + record - 1, column).pinned();
    }

    private static String key(int record) {
        return cell(record, KEY_COLUMN);
    }

    private static String check(int record) {
        return cell(record, LAYOUT.checkColumn());
    }

    private static String at(String file) {
        return home.resolve(file).toString();
    }

    @Test
    void everyReadyRowKeepsItsChecksAndThoseBelowHaveNone() {
        assertThat(shown)
                .containsExactly(
                        said("1"),
                        said("10"),
                        "",
                        // the check is locked
                        said("2"),
                        "共 300 件，200 行有错误，0 行需说明（其中 100 件在备好的行以下，报送后审核）" + "（打印只到第 23 行，下面还有记录：打印前请选中全表，重设“打印区域”）",
                        said("200"),
                        "本行起可接着填写或粘贴，照常收取；这些行报送后审核。",
                        // a row inserted above the fifth
                        said("4"),
                        said("5"),
                        // the first row deleted, which held the formulas
                        said("2"),
                        said("3"),
                        said("200"),
                        // saved, opened again, a wrong date in the first row
                        "✘ 登记日应填日期，如 2026-10-15。",
                        "✘ 未填：类别、信访人。",
                        said("3"),
                        // sorted by the number, downwards
                        said("新1"),
                        said("9"),
                        said("100"));
    }

    /** What is said of a record by that number, which knows no more than what tells it from its neighbours. */
    private static String said(String number) {
        int kind = number.startsWith("新") ? 0 : Integer.parseInt(number) % 3;
        return "✘ 未填：登记日、类别" + (kind == 1 ? "" : "、信访人") + (kind == 2 ? "" : "、事由") + "。";
    }

    @Test
    void everyRecordArrives() {
        assertThat(keys("pasted.xlsx")).hasSize(RECORDS).contains("信〔2025〕1号", "信〔2025〕300号");
        assertThat(keys("inserted.xlsx")).hasSize(RECORDS + 1).contains("信〔2025〕新1号");
        assertThat(keys("deleted.xlsx")).hasSize(RECORDS).doesNotContain("信〔2025〕1号");
        assertThat(keys("sorted.xlsx")).hasSameElementsAs(keys("deleted.xlsx"));
    }

    private static List<String> keys(String file) {
        Reading reading = new Intake(CATALOGUE)
                .read(ReturnsFolder.of(home.resolve(file)).files().get(0), Period.month(MONTH));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading)
                .submissions().stream()
                        .filter(s -> s.form().equals("petitions"))
                        .flatMap(s -> s.observations().stream())
                        .filter(o -> o.item().equals(KEY))
                        .map(Observation::value)
                        .map(v -> v.show())
                        .toList();
    }
}
