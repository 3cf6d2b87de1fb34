package org.huizong;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.huizong.formula.Evaluator;
import org.huizong.formula.Formula;
import org.huizong.spreadsheet.read.CellValues;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rooms and who may call whom. A breach is mended by moving code to the room it belongs to, not by a new entry. */
class ArchitectureTest {
    private static final String ROOT = "org.huizong.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.huizong");
    private static final Map<String, List<String>> ROOMS = rooms();
    private static final List<String> POI_ROOMS = List.of(
            "formula",
            "spreadsheet.read",
            "spreadsheet.write",
            "spreadsheet.mark",
            "template",
            "publish.chart",
            "publish.workbook",
            "written.read");

    private static Map<String, List<String>> rooms() {
        Map<String, List<String>> rooms = new LinkedHashMap<>();
        rooms.put("text", List.of());
        rooms.put("disk", List.of());
        rooms.put("model", List.of("text"));
        rooms.put("formula", List.of("model"));
        rooms.put("catalogue", List.of("formula", "model", "text"));
        rooms.put("layout", List.of("catalogue", "model"));
        rooms.put("wording", List.of("catalogue", "formula", "model"));
        rooms.put("spreadsheet.read", List.of("disk", "model", "text"));
        rooms.put("spreadsheet.write", List.of("disk", "spreadsheet.read", "model", "text"));
        rooms.put("spreadsheet.opc", List.of("disk", "spreadsheet.read", "text"));
        rooms.put(
                "spreadsheet.mark",
                List.of("disk", "spreadsheet.opc", "spreadsheet.read", "spreadsheet.write", "model", "text"));
        rooms.put(
                "template",
                List.of("catalogue", "formula", "layout", "spreadsheet.read", "spreadsheet.write", "wording", "model"));
        rooms.put("intake.parse", List.of("catalogue", "layout", "model", "text"));
        rooms.put("intake.locate", List.of("catalogue", "layout", "spreadsheet.read", "model", "text"));
        rooms.put(
                "intake.identify",
                List.of("catalogue", "intake.locate", "intake.parse", "layout", "spreadsheet.read", "model", "text"));
        rooms.put(
                "intake",
                List.of(
                        "catalogue",
                        "disk",
                        "intake.identify",
                        "intake.locate",
                        "intake.parse",
                        "layout",
                        "spreadsheet.read",
                        "model",
                        "text"));
        rooms.put("validation", List.of("catalogue", "formula", "model"));
        rooms.put("store", List.of("catalogue", "disk", "model", "text"));
        rooms.put("register", List.of("catalogue", "layout", "store", "validation", "model", "text"));
        rooms.put("assessment", List.of("catalogue", "formula", "store", "validation", "model"));
        rooms.put(
                "aggregation",
                List.of("assessment", "catalogue", "formula", "register", "store", "validation", "model", "text"));
        rooms.put("edition", List.of("aggregation", "catalogue", "formula", "store", "validation", "model", "text"));
        rooms.put("review", List.of("aggregation", "catalogue", "edition", "register", "store", "validation", "model"));
        rooms.put(
                "carry",
                List.of(
                        "aggregation",
                        "catalogue",
                        "intake",
                        "layout",
                        "register",
                        "store",
                        "template",
                        "wording",
                        "model"));
        rooms.put(
                "baseline",
                List.of(
                        "aggregation",
                        "catalogue",
                        "disk",
                        "edition",
                        "formula",
                        "intake",
                        "store",
                        "validation",
                        "wording",
                        "model"));
        rooms.put(
                "publish.narrative",
                List.of(
                        "aggregation",
                        "assessment",
                        "catalogue",
                        "formula",
                        "layout",
                        "register",
                        "store",
                        "validation",
                        "wording",
                        "model",
                        "text"));
        rooms.put("docx", List.of("model", "text"));
        rooms.put("publish.chart", List.of("spreadsheet.read", "spreadsheet.write", "model"));
        rooms.put(
                "publish.document",
                List.of(
                        "aggregation",
                        "catalogue",
                        "docx",
                        "formula",
                        "publish.chart",
                        "publish.narrative",
                        "register",
                        "store",
                        "wording",
                        "model"));
        rooms.put(
                "publish.table",
                List.of(
                        "aggregation",
                        "assessment",
                        "catalogue",
                        "disk",
                        "publish.narrative",
                        "store",
                        "wording",
                        "model",
                        "text"));
        rooms.put(
                "publish.workbook",
                List.of(
                        "aggregation",
                        "assessment",
                        "catalogue",
                        "formula",
                        "layout",
                        "publish.chart",
                        "publish.document",
                        "publish.narrative",
                        "publish.table",
                        "register",
                        "store",
                        "spreadsheet.read",
                        "spreadsheet.write",
                        "wording",
                        "model",
                        "text"));
        rooms.put(
                "publish.returned",
                List.of(
                        "catalogue",
                        "disk",
                        "formula",
                        "store",
                        "spreadsheet.mark",
                        "spreadsheet.write",
                        "wording",
                        "model",
                        "text"));
        rooms.put(
                "publish.letter",
                List.of(
                        "aggregation",
                        "assessment",
                        "catalogue",
                        "disk",
                        "publish.narrative",
                        "spreadsheet.mark",
                        "spreadsheet.write",
                        "wording",
                        "model",
                        "text"));
        rooms.put(
                "publish",
                List.of(
                        "aggregation",
                        "assessment",
                        "catalogue",
                        "disk",
                        "edition",
                        "intake",
                        "publish.document",
                        "publish.narrative",
                        "publish.table",
                        "publish.workbook",
                        "publish.returned",
                        "publish.letter",
                        "register",
                        "spreadsheet.write",
                        "store",
                        "wording",
                        "model"));
        rooms.put(
                "demo",
                List.of(
                        "template",
                        "disk",
                        "layout",
                        "spreadsheet.read",
                        "spreadsheet.write",
                        "catalogue",
                        "model",
                        "text"));
        List<String> above = new ArrayList<>(rooms.keySet());
        above.removeAll(List.of("template", "carry", "demo"));
        rooms.put("job", List.copyOf(above));
        List<String> beside = new ArrayList<>(above);
        beside.addAll(List.of("template", "carry", "job"));
        rooms.put("written.read", List.of("disk", "spreadsheet.opc", "spreadsheet.read", "model", "text"));
        rooms.put("written.mark", List.of("disk", "spreadsheet.opc", "spreadsheet.read", "written.read", "text"));
        rooms.put(
                "written",
                List.of(
                        "aggregation",
                        "catalogue",
                        "formula",
                        "intake.parse",
                        "publish.narrative",
                        "publish.table",
                        "store",
                        "wording",
                        "written.read",
                        "model",
                        "text"));
        beside.addAll(List.of("written", "written.mark", "written.read"));
        rooms.put("office", List.copyOf(beside));
        rooms.put("web", List.copyOf(rooms.keySet()));
        rooms.put("cli", List.copyOf(rooms.keySet()));
        return rooms;
    }

    @TestFactory
    Stream<DynamicTest> aRoomCallsOnlyTheRoomsItMay() {
        return ROOMS.entrySet().stream()
                .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> {
                    String[] allowed = Stream.concat(Stream.of(room.getKey()), room.getValue().stream())
                            .map(r -> ROOT + r)
                            .toArray(String[]::new);
                    DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> other =
                            resideInAPackage("org.huizong..").and(DescribedPredicate.not(resideInAnyPackage(allowed)));
                    noClasses()
                            .that()
                            .resideInAPackage(ROOT + room.getKey())
                            .should()
                            .dependOnClassesThat(other)
                            .because("the room " + room.getKey() + " may call only " + room.getValue())
                            .allowEmptyShould(true)
                            .check(CLASSES);
                }));
    }

    @Test
    void everyPackageIsARoom() {
        classes()
                .that()
                .resideInAPackage("org.huizong..")
                .should()
                .resideInAnyPackage(ROOMS.keySet().stream().map(r -> ROOT + r).toArray(String[]::new))
                .because("a new file belongs to a room; if it fits none, think again about the rooms")
                .check(CLASSES);
    }

    @Test
    void noRoomsCallEachOtherInACircle() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheRoomsOfWorkbooksKnowPoi() {
        noClasses()
                .that()
                .resideOutsideOfPackages(POI_ROOMS.stream().map(r -> ROOT + r).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.poi..", "org.openxmlformats..", "com.fasterxml.aalto..")
                .because("workbooks are known only to " + POI_ROOMS)
                .check(CLASSES);
    }

    @Test
    void onlyTheStoreSpeaksSql() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "store..", ROOT + "job..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "javax.sql..", "org.h2..", "org.flywaydb..", "org.springframework.jdbc..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "job..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.h2..", "org.flywaydb..", "org.springframework.jdbc.core..")
                .because("the job hands the data source to its repository and asks the store for all else")
                .check(CLASSES);
    }

    @Test
    void onlyTheRoomOfThePagesKnowsTheServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.servlet..",
                        "org.apache.catalina..",
                        "org.springframework.web..",
                        "org.springframework.security..",
                        "gg.jte..")
                .because("what the pages say is worked out in rooms that a command calls, too")
                .check(CLASSES);
    }

    @Test
    void formulasAreParsedByTheCatalogueAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "formula..", ROOT + "catalogue..")
                .should()
                .callMethod(Formula.class, "parse", String.class)
                .orShould()
                .callMethod(Formula.class, "read", String.class)
                .because("Catalogue.formula parses each text once")
                .check(CLASSES);
    }

    @Test
    void aNumberBecomesADoubleOnlyWherePoiTakesIt() {
        noClasses()
                .that()
                .areNotAssignableTo(CellValues.class)
                .and()
                .areNotAssignableTo(Evaluator.class)
                .should()
                .callMethod(BigDecimal.class, "doubleValue")
                .because("money is exact until a cell or a formula takes it")
                .check(CLASSES);
    }

    @Test
    void nothingDependsOnTheMachinesClockZoneOrLocale() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cli..")
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(YearMonth.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .because("results must be the same on every machine; the command line brings the clock")
                .check(CLASSES);
    }

    @TestFactory
    Stream<DynamicTest> everyRoomSaysWhatItDoesAndWhomItMayCall() {
        return ROOMS.keySet().stream()
                .map(room -> Path.of("src/main/java/org/huizong", room.replace('.', '/'), "package-info.java"))
                .filter(file -> Files.exists(file.getParent()))
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(),
                        () -> assertThat(read(file))
                                .contains("@NullMarked")
                                .containsAnyOf("May call", "may call", "Calls no other room")));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }
}
