package org.huizong.figures;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huizong.cli.Prompt;
import org.jspecify.annotations.Nullable;

/** What lies in the output folder of a period. Everything is read when it is first asked for. */
final class Published {
    private final Path folder;
    private final Prompt.Answer answer;
    private final Map<String, List<Map<String, String>>> tables = new HashMap<>();
    private @Nullable Map<String, String> summary;
    private @Nullable Pages pages;

    Published(Path folder, Prompt.Answer answer) {
        this.folder = folder;
        this.answer = answer;
    }

    /** The workbook; empty if none was published. */
    Optional<Path> workbook() {
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(f -> f.toString().endsWith(".xlsx")).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pages of the workbook. */
    Pages pages() {
        if (pages == null) {
            pages = new Pages(workbook().orElseThrow(this::notDone));
        }
        return pages;
    }

    /** The one row of a table with those cells, such as {@code code, visits}. */
    Map<String, String> row(String table, String... cells) {
        List<Map<String, String>> rows = tables.computeIfAbsent(
                table, t -> Tables.read(done().resolve("data").resolve(t)));
        return rows.stream()
                .filter(row -> {
                    for (int i = 0; i < cells.length; i += 2) {
                        if (!cells[i + 1].equals(row.get(cells[i]))) {
                            return false;
                        }
                    }
                    return true;
                })
                .findFirst()
                .orElseThrow(() -> new AssertionError(table + " has no row of " + String.join(" ", cells)));
    }

    /** A value of summary.json, such as {@code totals.visits}; null is {@code null}. */
    String summary(String key) {
        if (summary == null) {
            summary = summary();
        }
        return summary.getOrDefault(key, "not in summary.json");
    }

    private Map<String, String> summary() {
        Map<String, String> values = new HashMap<>();
        try (JsonParser json =
                new JsonFactory().createParser(done().resolve("summary.json").toFile())) {
            String object = "";
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    object = Optional.ofNullable(json.currentName())
                            .map(n -> n + ".")
                            .orElse("");
                } else if (token == JsonToken.END_OBJECT) {
                    object = "";
                } else if (token.isScalarValue()) {
                    values.put(object + json.currentName(), json.getText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    private Path done() {
        if (!answer.isDone()) {
            throw notDone();
        }
        return folder;
    }

    private AssertionError notDone() {
        return new AssertionError(
                "nothing was published of " + folder.getFileName() + ", exit " + answer.exit() + ": " + answer.said());
    }
}
