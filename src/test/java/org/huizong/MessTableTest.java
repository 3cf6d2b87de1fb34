package org.huizong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Holds docs/en/mess.md: what it says of each kind of mess is held by a test that runs. In a whole build those tests have run
 * before, since this class is isolated; those that have not are run here.
 */
@Isolated
class MessTableTest {
    private static final int FEWEST = 60;
    private static final Path TESTS = Path.of("src/test/java");
    private static final TestTag OFFICE = TestTag.create("office");

    @Test
    void namesATestThatRunsForEachKindOfMess() throws IOException {
        List<String> rows = rows();
        Map<String, TestIdentifier> tests = tests(rows);

        run(tests, false);

        assertThat(rows.stream().filter(row -> !tests.containsKey(test(row)))).isEmpty();
        assertThat(tests.values().stream().filter(test -> !needsOffice(test) && !held(test)))
                .isEmpty();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(FEWEST);
    }

    @Test
    @Tag("office")
    void namesATestThatRunsWhereThereIsLibreOffice() throws IOException {
        Map<String, TestIdentifier> tests = tests(rows());

        run(tests, true);

        assertThat(tests.values().stream().filter(MessTableTest::needsOffice))
                .isNotEmpty()
                .allMatch(MessTableTest::held);
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(Path.of("docs/en/mess.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| kind"))
                .toList();
    }

    /** The test that a row of four cells names in its last one, such as {@code FormatsTest#readsADate}. */
    private static String test(String row) {
        String[] cells = row.split(" \\| ");
        return cells.length == 4 ? cells[3].replace(" |", "") : "";
    }

    /** What JUnit finds under the names that rows say. */
    private static Map<String, TestIdentifier> tests(List<String> rows) throws IOException {
        Set<String> names = rows.stream().map(MessTableTest::test).collect(Collectors.toSet());
        Set<String> classes =
                names.stream().map(name -> name.replaceAll("#.*", "")).collect(Collectors.toSet());
        LauncherDiscoveryRequest request;
        try (Stream<Path> files = Files.walk(TESTS)) {
            request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(files.map(TESTS::relativize)
                            .filter(file -> classes.contains(
                                    file.getFileName().toString().replace(".java", "")))
                            .map(file -> selectClass(file.toString()
                                    .replace(".java", "")
                                    .replace(file.getFileSystem().getSeparator(), ".")))
                            .toList())
                    .build();
        }
        TestPlan plan = LauncherFactory.create().discover(request);
        Map<String, TestIdentifier> tests = new LinkedHashMap<>();
        Set<TestIdentifier> all = new HashSet<>();
        plan.getRoots().forEach(root -> all.addAll(plan.getDescendants(root)));
        for (TestIdentifier test : all) {
            if (test.getSource().orElse(null) instanceof MethodSource source) {
                String name = source.getClassName().replaceAll(".*\\.", "") + '#' + source.getMethodName();
                if (names.contains(name)) {
                    tests.put(name, test);
                }
            }
        }
        return tests;
    }

    /** Runs those of the tests that this stage runs and has not run yet. */
    private static void run(Map<String, TestIdentifier> tests, boolean office) {
        var missing = tests.values().stream()
                .filter(test -> needsOffice(test) == office && !held(test))
                .map(test -> selectUniqueId(test.getUniqueIdObject()))
                .toList();
        if (!missing.isEmpty()) {
            var summary = new SummaryGeneratingListener();
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(missing)
                                    // a thread of one run cannot be a thread of another
                                    .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                                    .build(),
                            summary);
            assertThat(summary.getSummary().getFailures())
                    .extracting(failure -> failure.getTestIdentifier().getDisplayName() + ": " + failure.getException())
                    .isEmpty();
        }
    }

    private static boolean needsOffice(TestIdentifier test) {
        return test.getTags().contains(OFFICE);
    }

    private static boolean held(TestIdentifier test) {
        return test.getSource().orElse(null) instanceof MethodSource source
                && Succeeded.holds(source.getClassName(), source.getMethodName());
    }
}
