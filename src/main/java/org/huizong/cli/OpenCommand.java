package org.huizong.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.web.OfficeServer;
import org.huizong.web.OfficeSettings;
import org.huizong.web.PortTakenException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Opens the office's page in the browser of this computer. */
@Command(name = "open")
final class OpenCommand implements Callable<Integer> {
    private static final int MOST_PORTS = 65_535;

    private final Huizong program;

    @Option(names = "--port", paramLabel = "N")
    int port;

    @Option(names = "--no-browser")
    boolean noBrowser;

    @Option(names = "--returns", paramLabel = "DIR")
    Path returns = Path.of("returns");

    @Option(names = "--to", paramLabel = "DIR")
    Path to = Path.of("output");

    OpenCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > MOST_PORTS) {
            throw new UsageException(program.words().text("cli.open.port", port));
        }
        // what is wrong with the command is said now, not on each page
        program.today();
        program.tables();
        var own = new CatalogueInUse(program::tables, t -> Huizong.checked(t, CheckedCatalogues.ofProgram()));
        var settings = new OfficeSettings(
                program.data,
                returns,
                to,
                port,
                program.lang,
                program.clock(),
                program::today,
                () -> program.folder().isPresent() ? own.get() : CatalogueLoader.builtIn(),
                file -> RulesCommand.with(program, file),
                program.who(),
                this::trace,
                OfficeSettings.Limits.USUAL);
        try (OfficeServer server = OfficeServer.open(settings).orElse(null)) {
            if (server == null) {
                OfficeServer.entrance(program.data)
                        .ifPresentOrElse(
                                door -> show("cli.open.already", door), () -> program.say("cli.open.starting"));
                return Exit.DONE;
            }
            Thread end = new Thread(server::close, "page-close");
            Runtime.getRuntime().addShutdownHook(end);
            show("cli.open.done", server.door());
            server.await();
            Runtime.getRuntime().removeShutdownHook(end);
            program.say("cli.open.ended");
            return Exit.DONE;
        } catch (PortTakenException e) {
            throw new UsageException(program.words().text("cli.open.taken", e.port()));
        }
    }

    private void trace(Throwable fault) {
        if (program.verbose) {
            fault.printStackTrace(program.err());
        }
    }

    /** Lets the browser open the address, and says it: where there is no browser, somebody can copy it. */
    private void show(String key, String door) {
        boolean opened = !noBrowser && browse(door);
        program.say(opened ? key : "cli.open.copy", door);
        program.out().flush();
    }

    private static boolean browse(String address) {
        for (List<String> command : browsers(address)) {
            try {
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return true;
            } catch (IOException notHere) {
                // the next one
            }
        }
        return false;
    }

    /** What opens an address on this system; nothing where there is no screen. */
    private static List<List<String>> browsers(String address) {
        if (Invocation.isWindows()) {
            return List.of(List.of("rundll32", "url.dll,FileProtocolHandler", address));
        }
        if (System.getProperty("os.name", "").startsWith("Mac")) {
            return List.of(List.of("open", address));
        }
        boolean screen = Optional.ofNullable(System.getenv("DISPLAY"))
                .or(() -> Optional.ofNullable(System.getenv("WAYLAND_DISPLAY")))
                .filter(d -> !d.isEmpty())
                .isPresent();
        return screen ? List.of(List.of("xdg-open", address)) : List.of();
    }
}
