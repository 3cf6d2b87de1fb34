package org.huizong.publish.table;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.huizong.aggregation.Coverage;
import org.huizong.aggregation.FilingStatus;
import org.huizong.aggregation.IndicatorFigures;
import org.huizong.aggregation.Publication;
import org.huizong.disk.DiskException;

/** Writes summary.json: what a run came to, for a script. */
public final class Summary {
    private static final int MILLISECONDS = 3;

    private final Publication publication;
    private final Map<String, Long> counts;
    private final Map<String, Double> seconds;

    private Summary(Publication publication, Map<String, Long> counts, Map<String, Double> seconds) {
        this.publication = publication;
        this.counts = counts;
        this.seconds = seconds;
    }

    /**
     * Writes it.
     *
     * @param publication what is published
     * @param counts files, read, unchanged, refused, submissions, observations, findings, in this order
     * @param seconds by step, in the order of the job; written to the millisecond
     * @throws DiskException if the file cannot be written
     */
    public static void write(
            Publication publication, Map<String, Long> counts, Map<String, Double> seconds, Path file) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try (OutputStream out = Files.newOutputStream(file);
                JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(printer);
            json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            new Summary(publication, counts, seconds).write(json);
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new DiskException(file, e);
        }
    }

    private void write(JsonGenerator json) throws IOException {
        Coverage coverage = publication.consolidation().coverage();
        json.writeStartObject();
        json.writeStringField("period", publication.consolidation().period().code());
        json.writeNumberField("edition", publication.edition().number());
        json.writeStringField("verdict", publication.consolidation().isWhole() ? "complete" : "incomplete");
        json.writeObjectFieldStart("totals");
        for (IndicatorFigures figures : publication.consolidation().indicators()) {
            json.writeFieldName(figures.indicator().code());
            if (figures.now().value().isPresent()) {
                json.writeNumber(
                        figures.now().value().get().setScale(figures.indicator().decimals(), RoundingMode.HALF_UP));
            } else {
                json.writeNull();
            }
        }
        json.writeEndObject();
        json.writeObjectFieldStart("coverage");
        json.writeNumberField("owed", coverage.owed());
        json.writeNumberField("counted", coverage.count(FilingStatus.State.COUNTED));
        json.writeNumberField("late", coverage.late());
        json.writeNumberField("missing", coverage.count(FilingStatus.State.MISSING));
        json.writeNumberField("rejected", coverage.count(FilingStatus.State.REJECTED));
        json.writeNumberField("conflict", coverage.count(FilingStatus.State.CONFLICT));
        json.writeNumberField("not_due", coverage.count(FilingStatus.State.NOT_DUE));
        json.writeNumberField("left_out", coverage.leftOut().size());
        json.writeNumberField("missing_below", coverage.missingBelow());
        json.writeEndObject();
        json.writeObjectFieldStart("counts");
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("seconds");
        for (Map.Entry<String, Double> step : seconds.entrySet()) {
            json.writeNumberField(
                    step.getKey(), BigDecimal.valueOf(step.getValue()).setScale(MILLISECONDS, RoundingMode.HALF_UP));
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
