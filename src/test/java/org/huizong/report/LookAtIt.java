package org.huizong.report;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huizong.aggregation.Publication;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;

/** Writes workbooks of the fixture's figures, by the built-in catalogue, into a folder, to be looked at. */
final class LookAtIt {
    private LookAtIt() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path data = Files.createTempDirectory("qingxi");
        try (Qingxi qingxi = new Qingxi(data, CatalogueLoader.builtIn())) {
            for (Lang lang : Lang.values()) {
                Wording wording = new Wording(new MessageBundle(lang), qingxi.catalogue());
                write(qingxi, wording, qingxi.october2(), folder.resolve(lang + "-month.xlsx"));
                write(qingxi, wording, qingxi.of("2024"), folder.resolve(lang + "-year.xlsx"));
            }
            Wording wording = new Wording(new MessageBundle(Lang.ZH), qingxi.catalogue());
            write(qingxi, wording, qingxi.october1(), folder.resolve("ZH-first.xlsx"));
            write(qingxi, wording, qingxi.of("2025-Q3"), folder.resolve("ZH-quarter.xlsx"));
        }
    }

    private static void write(Qingxi qingxi, Wording wording, Publication publication, Path file) throws Exception {
        long start = System.nanoTime();
        try (OutputStream out = Files.newOutputStream(file)) {
            new ReportWriter(qingxi.catalogue(), wording).write(publication, out);
        }
        System.out.println(file + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
