package org.huizong.job;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.intake.Intake;
import org.huizong.model.Period;
import org.huizong.publish.PublicationPart;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * What one execution of the job has to do, as its parameters say it.
 *
 * <p>All but the clock identify it: an execution that ended early is started again only for the very same.
 *
 * @param request what was asked for
 * @param run number of the run
 * @param isClosed whether the period is closed
 * @param catalogue digest of the catalogue
 * @param delivery digest of what lies in the folder of returns
 * @param event number of the last event on record
 */
record Assignment(Request request, long run, boolean isClosed, String catalogue, String delivery, long event) {
    private static final String PERIOD = "period";
    private static final String RETURNS = "returns";
    private static final String OUTPUT = "output";
    private static final String AS_OF = "asOf";
    private static final String PARTS = "parts";
    private static final String NOW = "now";
    private static final String RUN = "run";
    private static final String CLOSED = "closed";
    private static final String CATALOGUE = "catalogue";
    private static final String DELIVERY = "delivery";
    private static final String EVENT = "event";

    static Assignment of(JobParameters parameters) {
        Request request = new Request(
                period(parameters).orElseThrow(),
                Optional.of(text(parameters, RETURNS)).filter(r -> !r.isEmpty()).map(Path::of),
                Path.of(text(parameters, OUTPUT)),
                LocalDate.parse(text(parameters, AS_OF)),
                Instant.parse(text(parameters, NOW)),
                parts(text(parameters, PARTS)));
        return new Assignment(
                request,
                Objects.requireNonNull(parameters.getLong(RUN)),
                Boolean.parseBoolean(text(parameters, CLOSED)),
                text(parameters, CATALOGUE),
                text(parameters, DELIVERY),
                Objects.requireNonNull(parameters.getLong(EVENT)));
    }

    /** The period of an execution, whichever version of the program began it. */
    static Optional<Period> period(JobParameters parameters) {
        return Optional.ofNullable(parameters.getString(PERIOD)).map(Period::parse);
    }

    private static Set<PublicationPart> parts(String names) {
        return Stream.of(PublicationPart.values())
                .filter(p -> List.of(names.split(" ")).contains(p.name()))
                .collect(Collectors.toSet());
    }

    private static String text(JobParameters parameters, String name) {
        return Objects.requireNonNull(parameters.getString(name), name);
    }

    JobParameters parameters() {
        return new JobParametersBuilder()
                .addString(PERIOD, period().code())
                .addString(RETURNS, request.returns().map(Path::toString).orElse(""))
                .addString(OUTPUT, request.output().toString())
                .addString(AS_OF, request.asOf().toString())
                .addString(
                        PARTS,
                        Stream.of(PublicationPart.values())
                                .filter(request::writes)
                                .map(Enum::name)
                                .collect(Collectors.joining(" ")))
                .addString(NOW, request.now().toString(), false)
                .addLong(RUN, run)
                .addString(CLOSED, String.valueOf(isClosed))
                .addString(CATALOGUE, catalogue)
                .addString(DELIVERY, delivery)
                .addLong(EVENT, event)
                .toJobParameters();
    }

    Period period() {
        return request.period();
    }

    LocalDate asOf() {
        return request.asOf();
    }

    /**
     * What a reading depends on: the reader, the catalogue, and whether the period is closed. A content read under the
     * same words is not read again.
     */
    String readBy() {
        return Intake.VERSION + (isClosed ? "/closed/" : "/") + catalogue.substring(0, 32);
    }
}
