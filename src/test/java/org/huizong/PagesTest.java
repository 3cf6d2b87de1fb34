package org.huizong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages for people: none has a link that leads nowhere, and each of docs says as much in Chinese as in English. */
class PagesTest {
    private static final Path DOCS = Path.of("docs");
    private static final Path ENGLISH = DOCS.resolve("en");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^(#{1,6}) (.+)$");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\\n]*`|^(?: {4}|\\t).*?$");
    private static final Pattern TEST = Pattern.compile("\\b[A-Z]\\w+Test#\\w+");

    @ParameterizedTest
    @MethodSource("pages")
    void leadsNowhereByNoLink(Path page) {
        List<String> broken = LINK.matcher(CODE.matcher(read(page)).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.contains("://"))
                .filter(link -> !leadsSomewhere(page, link))
                .toList();

        assertThat(broken).isEmpty();
    }

    @Test
    void standsInBothLanguages() {
        assertThat(names(DOCS)).isNotEmpty().isEqualTo(names(ENGLISH));
    }

    @ParameterizedTest
    @MethodSource("docs")
    void hasTheSameHeadingsAndRowsInBothLanguages(Path chinese) {
        Path english = ENGLISH.resolve(chinese.getFileName());

        assertThat(outline(english)).isEqualTo(outline(chinese));
    }

    @ParameterizedTest
    @MethodSource("docs")
    void namesTheSameTestsInBothLanguages(Path chinese) {
        Path english = ENGLISH.resolve(chinese.getFileName());

        assertThat(tests(english)).isEqualTo(tests(chinese));
    }

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (Path folder : List.of(Path.of(""), DOCS, ENGLISH, Path.of("bench"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(PagesTest::isPage).sorted().forEach(pages::add);
            }
        }
        return pages;
    }

    static List<Path> docs() throws IOException {
        try (Stream<Path> files = Files.list(DOCS)) {
            return files.filter(PagesTest::isPage).sorted().toList();
        }
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(PagesTest::isPage)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md");
    }

    private static boolean leadsSomewhere(Path page, String link) {
        String[] parts = URLDecoder.decode(link, StandardCharsets.UTF_8).split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(target)
                && (parts.length == 1
                        || headings(target).map(h -> anchor(h.group(2))).anyMatch(parts[1]::equals));
    }

    /** What a heading is called in an address: letters and digits of any script in small letters, hyphens for spaces. */
    private static String anchor(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\p{M}_ -]", "")
                .replace(' ', '-');
    }

    /** The depth of each heading, and how many lines of tables and of lists stand below it. */
    private static List<String> outline(Path page) {
        List<String> outline = new ArrayList<>();
        int rows = 0;
        int points = 0;
        String depth = "";
        for (String line : read(page).lines().toList()) {
            if (HEADING.matcher(line).matches()) {
                outline.add(depth + " " + rows + " rows, " + points + " points");
                depth = line.replaceAll(" .*", "");
                rows = 0;
                points = 0;
            }
            rows += line.startsWith("|") ? 1 : 0;
            points += line.matches("\\s*(?:-|\\d+\\.) .*") ? 1 : 0;
        }
        outline.add(depth + " " + rows + " rows, " + points + " points");
        return outline;
    }

    private static List<String> tests(Path page) {
        return TEST.matcher(read(page)).results().map(MatchResult::group).toList();
    }

    private static Stream<MatchResult> headings(Path page) {
        return HEADING.matcher(read(page)).results();
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
