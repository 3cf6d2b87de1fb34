package org.huizong.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks the catalogue, or copies the built-in one out. */
@Command(name = "catalogue")
final class CatalogueCommand implements Runnable {
    private final Huizong program;

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    CatalogueCommand(Huizong program) {
        this.program = program;
    }

    @Override
    public void run() {
        spec.commandLine().usage(program.out());
    }

    @Command(name = "check")
    int check() {
        Catalogue catalogue = Huizong.checked(program.tables());
        program.say(
                "cli.catalogue.sound",
                catalogue.units().size(),
                catalogue.returns().size(),
                catalogue.items().size(),
                catalogue.rules().size(),
                catalogue.indicators().size());
        return Exit.DONE;
    }

    @Command(name = "export")
    int export(@Parameters(paramLabel = "DIR") Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> table :
                    CatalogueLoader.builtInTables().entrySet()) {
                Path file = folder.resolve(table.getKey());
                if (Files.exists(file)) {
                    throw new UsageException(program.words().text("cli.export.exists", file));
                }
            }
            for (Map.Entry<String, byte[]> table :
                    CatalogueLoader.builtInTables().entrySet()) {
                Files.write(folder.resolve(table.getKey()), table.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
        program.say("cli.export.done", folder.toAbsolutePath());
        return Exit.DONE;
    }
}
