package org.huizong.office;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The LibreOffice of this computer, with a profile of its own that no other program knows.
 *
 * <p>Its clock is China's, and every workbook that it opens is calculated anew, whatever values are kept in it.
 */
final class Soffice {
    private static final long SECONDS = 240;
    private static final long SECONDS_EACH = 2;
    private static final long TRIAL_SECONDS = 180;

    /** Workbooks that one start converts: after some 250 it ends without a word. */
    private static final int TOGETHER = 150;

    private static final String PROFILE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
              <item oor:path="/org.openoffice.Setup/L10N">
                <prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>zh-CN</value></prop>
              </item>
              <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
                <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
              </item>
            </oor:items>
            """;

    private final String program;
    private final Path home;

    private Soffice(String program, Path home) {
        this.program = program;
        this.home = home;
    }

    /**
     * The LibreOffice found on the PATH.
     *
     * @param home an empty folder for its profile and what it says
     * @throws AssertionError if there is none, or one that cannot convert a sheet
     */
    static Soffice found(Path home) throws IOException {
        String program = onPath("soffice", "soffice.exe", "libreoffice")
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no soffice on the PATH: install LibreOffice (Calc)"));
        Soffice office = new Soffice(program, home);
        Path user = Files.createDirectories(home.resolve("profile").resolve("user"));
        Files.writeString(user.resolve("registrymodifications.xcu"), PROFILE);
        Path trial = Files.createDirectories(home.resolve("trial"));
        Path sheet = Files.writeString(trial.resolve("trial.csv"), "1,2\n");
        office.convert(List.of(sheet), home.resolve("tried"), TRIAL_SECONDS);
        return office;
    }

    /**
     * Calculates every workbook of a folder and saves it as .xlsx under the same name in another.
     *
     * @throws AssertionError if it fails, takes too long, or any workbook is not there afterwards
     */
    void recalculate(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(from)) {
            all = files.sorted().toList();
        }
        for (int first = 0; first < all.size(); first += TOGETHER) {
            List<Path> some = all.subList(first, Math.min(all.size(), first + TOGETHER));
            convert(some, to, Math.max(SECONDS, some.size() * SECONDS_EACH));
        }
    }

    private void convert(List<Path> files, Path to, long seconds) throws IOException {
        convert(files, to, "xlsx:Calc MS Excel 2007 XML", "xlsx", seconds);
    }

    /**
     * Opens workbooks and saves each under the same name in a folder.
     *
     * @param filter what LibreOffice calls the format
     * @param ending of the names in that folder
     */
    void saveAs(List<Path> files, Path to, String filter, String ending) throws IOException {
        convert(files, to, filter, ending, SECONDS);
    }

    private void convert(List<Path> files, Path to, String filter, String ending, long seconds) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                program,
                "--headless",
                "--norestore",
                "-env:UserInstallation=" + profile(),
                "--convert-to",
                filter,
                "--outdir",
                to.toString()));
        files.stream().map(Path::toString).forEach(command::add);
        run(command, seconds);
        List<String> missing = files.stream()
                .map(f -> f.getFileName().toString().replaceFirst("\\.[^.]+$", "." + ending))
                .filter(name -> !Files.exists(to.resolve(name)))
                .toList();
        if (!missing.isEmpty()) {
            throw new AssertionError(program + " ended without a word and left out " + missing);
        }
    }

    /**
     * Has a clerk do these steps; {@code clerk.py} says which there are.
     *
     * @return what the clerk was asked to show
     * @throws AssertionError if no Python here knows LibreOffice
     */
    List<String> clerk(List<String> steps) throws IOException {
        String python =
                python().orElseThrow(() -> new AssertionError("no Python here knows LibreOffice: install python3-uno"));
        Path script = home.resolve("clerk.py");
        try (InputStream in = Soffice.class.getResourceAsStream("clerk.py")) {
            Files.write(script, in.readAllBytes());
        }
        Path list = Files.writeString(home.resolve("steps.txt"), String.join("\n", steps) + "\n");
        return run(List.of(python, script.toString(), program, profile(), list.toString()), SECONDS);
    }

    private String profile() {
        return home.resolve("profile").toUri().toString();
    }

    private Optional<String> python() throws IOException {
        Path beside = Path.of(program).toRealPath().resolveSibling("python");
        List<String> all = Stream.concat(Stream.of(beside.toString(), beside + ".exe"), onPath("python3", "python.exe"))
                .toList();
        for (String python : all) {
            if (Files.isExecutable(Path.of(python))) {
                try {
                    run(List.of(python, "-c", "import uno"), TRIAL_SECONDS);
                    return Optional.of(python);
                } catch (AssertionError e) {
                    // the next may know it
                }
            }
        }
        return Optional.empty();
    }

    private static Stream<String> onPath(String... names) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .distinct();
    }

    private List<String> run(List<String> command, long seconds) throws IOException {
        Path said = Files.createTempFile(home, "said", ".txt");
        Path complained = Files.createTempFile(home, "complained", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(said.toFile()).redirectError(complained.toFile());
        builder.environment().put("TZ", "CST-8");
        builder.environment().put("SAL_USE_VCLPLUGIN", "svp");
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.start();
        boolean done = false;
        try {
            done = process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!done) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
        if (!done || process.exitValue() != 0) {
            throw new AssertionError(
                    command.get(0) + (done ? " failed: " : " took too long: ") + Files.readString(complained));
        }
        return Files.readAllLines(said);
    }
}
