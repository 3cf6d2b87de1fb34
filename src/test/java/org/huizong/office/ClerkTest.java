package org.huizong.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Return;
import org.huizong.intake.Intake;
import org.huizong.intake.ReturnsFolder;
import org.huizong.layout.FormLayout;
import org.huizong.model.Finding;
import org.huizong.model.Observation;
import org.huizong.model.Period;
import org.huizong.model.Reading;
import org.huizong.model.Severity;
import org.huizong.model.Submission;
import org.huizong.model.Value;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A clerk fills blank templates in LibreOffice, moves them about, and every figure arrives as it was typed. */
@Tag("office")
class ClerkTest {
    private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();
    private static final Wording WORDING = new Wording(new MessageBundle(Lang.ZH), CATALOGUE);
    private static final Period PERIOD = Period.parse("2026-10");
    private static final List<String> FORMS = List.of("publicity", "village");
    private static final String UNIT = "c01";

    /** Figures that the forms' own rules are content with; every other item gets a number of its own. */
    private static final Map<String, String> CHOSEN = Map.of(
            "publicity.materials", "1,200",
            "publicity.training_attendance", "１２６０",
            "publicity.exam_passed", "5",
            "publicity.study_effect", "否",
            "village.disputes_settled", "4",
            "village.disputes_referred", "0");

    @TempDir
    private static Path home;

    private static Instant before;
    private static Instant after;
    private static List<String> shown;

    @BeforeAll
    static void letAClerkFillThem() throws IOException {
        Soffice office = Soffice.found(home);
        List<String> steps = new ArrayList<>();
        step(steps, "new");
        step(steps, "type", "$A$1", "附件说明");
        step(steps, "save", at("合并.xlsx"));
        for (String form : FORMS) {
            try (OutputStream out = Files.newOutputStream(home.resolve(form + ".xlsx"))) {
                new TemplateWriter(CATALOGUE, WORDING).blank(form(form), out);
            }
            step(steps, "open", at(form + ".xlsx"));
            step(steps, "tab", "2");
            step(steps, "insert", "2");
            step(steps, "type", "$A$1", "改标题");
            typed(form).forEach((name, text) -> step(steps, "type", name, text));
            step(steps, "show", "$A$1");
            step(steps, "show", "$A$" + (FormLayout.BANNER_ROW + 2));
            step(steps, "save", at(form + "-填好.xlsx"));
            step(steps, "rename", "表一");
            step(steps, "save", at(form + "-改名.xlsx"));
            step(steps, "copy", at("合并.xlsx"));
            step(steps, "take", at("合并.xlsx"));
            step(steps, "save", at("合并.xlsx"));
        }
        before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        shown = office.clerk(steps);
        after = Instant.now();
    }

    private static void step(List<String> steps, String... words) {
        steps.add(String.join("\t", words));
    }

    private static String at(String file) {
        return home.resolve(file).toString();
    }

    private static Return form(String code) {
        return CATALOGUE.form(code, PERIOD.last()).orElseThrow();
    }

    private static Map<String, String> typed(String form) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("unit", WORDING.label(UNIT));
        typed.put("period", "2026年10月");
        int next = 10;
        for (Item item : items(form)) {
            if (!item.isComputed()) {
                String text = item.type() == ItemType.CHOICE ? "是" : String.valueOf(next++);
                typed.put(item.code(), CHOSEN.getOrDefault(item.code(), text));
            }
        }
        typed.put("foot_filler", "王秀英");
        typed.put("foot_phone", "013900001000");
        typed.put("foot_date", "2026-11-3");
        return typed;
    }

    private static List<Item> items(String form) {
        return CATALOGUE.items(form, PERIOD.last());
    }

    static Stream<String> files() {
        return FORMS.stream().flatMap(form -> Stream.of("-填好.xlsx", "-改名.xlsx").map(kind -> form + kind));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFigureArrivesAsItWasTyped(String file) {
        String form = file.substring(0, file.indexOf('-'));

        Reading.Read reading = read(file);

        assertThat(reading.submissions()).hasSize(1);
        assertThat(values(reading.submissions().get(0))).isEqualTo(expected(form));
        assertThat(complaints(reading)).isEmpty();
    }

    @Test
    void twoSheetsCopiedIntoAnotherWorkbookAreTwoReturns() {
        Reading.Read reading = read("合并.xlsx");

        assertThat(reading.submissions()).extracting(Submission::form).containsExactlyElementsOf(FORMS);
        assertThat(reading.submissions()).allSatisfy(s -> assertThat(values(s)).isEqualTo(expected(s.form())));
        assertThat(complaints(reading)).isEmpty();
    }

    @Test
    void theTitleCannotBeTypedOverAndTheBannerSaysWhatIsLeftToDo() {
        assertThat(shown).containsExactly("青溪镇普法宣传与学法情况月报表", "还有 0 处错误，1 处需说明", "青溪镇村（社区）基层工作情况月报表", "可以上报");
    }

    @ParameterizedTest
    @MethodSource("files")
    void theFileSaysWhenItWasSaved(String file) {
        Submission submission = read(file).submissions().get(0);

        assertThat(submission.saved()).hasValueSatisfying(at -> assertThat(at).isBetween(before, after));
    }

    private static Reading.Read read(String file) {
        Reading reading = new Intake(CATALOGUE)
                .read(ReturnsFolder.of(home.resolve(file)).files().get(0), PERIOD);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return (Reading.Read) reading;
    }

    private static Map<String, Value> values(Submission submission) {
        Map<String, Value> values = new TreeMap<>();
        submission.observations().forEach((Observation o) -> values.put(o.item(), o.value()));
        return values;
    }

    /** What was typed, and the totals of it that the form works out. */
    private static Map<String, Value> expected(String form) {
        Map<String, String> typed = typed(form);
        Map<String, Value> expected = new TreeMap<>();
        for (Item item : items(form)) {
            String text = typed.getOrDefault(item.code(), "");
            if (item.isComputed()) {
                expected.put(item.code(), Value.of(total(item.formula(), typed)));
            } else if (item.type() == ItemType.CHOICE) {
                expected.put(item.code(), Value.of(text.equals("是") ? "yes" : "no"));
            } else {
                String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
                expected.put(item.code(), Value.of(Long.parseLong(folded.replace(",", ""))));
            }
        }
        return expected;
    }

    /** Adds up a formula of codes with plus and minus between them. */
    private static long total(String formula, Map<String, String> typed) {
        return Stream.of(formula.replace("-", "+-").split("\\+"))
                .mapToLong(code -> code.startsWith("-")
                        ? -Long.parseLong(typed.get(code.substring(1)))
                        : Long.parseLong(typed.get(code)))
                .sum();
    }

    private static List<Finding> complaints(Reading.Read reading) {
        return Stream.concat(
                        reading.findings().stream(),
                        reading.submissions().stream().flatMap(s -> s.findings().stream()))
                .filter(f -> f.severity() != Severity.NOTICE || f.rule().startsWith("located"))
                .toList();
    }
}
