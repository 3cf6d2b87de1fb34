package org.huizong.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.huizong.catalogue.BrokenCatalogues;
import org.huizong.catalogue.BrokenCatalogues.Broken;
import org.huizong.proof.Program.Ended;
import org.huizong.proof.ProofTable.Tried;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gives the program catalogues that it cannot work with: it says where, soon, and writes nothing at all. */
class BrokenCataloguesProof {
    private static final long SECONDS = 20;

    @Test
    void namesWhatIsWrongAndWritesNothing(@TempDir Path folder) throws IOException {
        Township township = new Township(folder);
        List<Callable<Tried>> attacks = new ArrayList<>();
        for (Broken broken : BrokenCatalogues.all()) {
            attacks.add(() -> {
                Desk desk = Desk.at(folder.resolve(
                                "attack-" + Integer.toHexString(broken.name().hashCode()))
                        .resolve("home"));
                township.deliver(desk.returns());
                Path tables = Files.createDirectories(desk.home().resolve("tables"));
                BrokenCatalogues.write(tables);
                broken.edit().accept(tables);
                try {
                    return attempt(broken, desk, tables);
                } finally {
                    desk.clear();
                }
            });
        }

        assertThat(attacks).hasSizeGreaterThanOrEqualTo(30);
        assertThat(ProofTable.attempt("broken catalogues", attacks)).isEmpty();
    }

    private static Tried attempt(Broken broken, Desk desk, Path tables) throws IOException {
        List<String> consolidation = new ArrayList<>(List.of(desk.consolidation()));
        consolidation.addAll(List.of("--catalogue", tables.toString()));
        Path forms = desk.home().resolve("forms");
        long begun = System.nanoTime();
        Ended month = desk.program().run(consolidation.toArray(String[]::new));
        Ended templates = desk.program().run("templates", "--to", forms.toString(), "--catalogue", tables.toString());
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
        String fault = "";
        for (Ended ended : List.of(month, templates)) {
            if (ended.code() != 3 || !ended.trace().isEmpty() || ended.said().isBlank()) {
                fault += " ended with " + ended;
            }
        }
        if (Files.exists(forms) || Files.exists(desk.output()) || !desk.left().isEmpty()) {
            fault += " wrote something";
        }
        if (seconds > SECONDS) {
            fault += " took " + seconds + " s";
        }
        return new Tried(broken.name(), fault, Math.max(month.peak(), templates.peak()));
    }
}
