package org.huizong.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.demo.SampleWriter;
import org.huizong.demo.SampleYear;
import org.huizong.model.Period;
import org.huizong.model.Value;
import org.huizong.spreadsheet.write.FormFiller;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;

/** A few returns of the sample township that every attack is tried beside, and the folders they lie in. */
final class Township {
    static final Period PERIOD = Period.parse("2025-01");
    static final String AS_OF = "2025-02-05";
    /** A department with a register, a village and a community. */
    private static final List<String> SENDERS = List.of("安监办", "龙泉村", "东街社区");

    private static final FileTime CAME = FileTime.from(Instant.parse("2025-02-02T01:00:00Z"));
    private static final Instant CORRECTED = Instant.parse("2025-02-03T01:00:00Z");

    private final SortedMap<String, byte[]> sent = new TreeMap<>();

    Township(Path scratch) throws IOException {
        Catalogue catalogue = CatalogueLoader.builtIn();
        var clerks =
                new SampleWriter(new TemplateWriter(catalogue, new Wording(new MessageBundle(Lang.ZH), catalogue)));
        Path folder = Files.createDirectories(scratch.resolve("clerks"));
        new SampleYear(catalogue).inTime(PERIOD.first()).forEach(s -> clerks.write(s, Prefill.NONE, folder));
        for (Path file : Trace.below(folder)) {
            String name = file.getFileName().toString();
            if (SENDERS.stream().anyMatch(name::startsWith)) {
                sent.put(name, Files.readAllBytes(file));
            }
        }
        remove(folder);
    }

    /** What one of the senders sent. */
    byte[] sent(String sender) {
        return sent.entrySet().stream()
                .filter(e -> e.getKey().startsWith(sender))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** Puts the returns into a folder. */
    Path deliver(Path folder) {
        sent.forEach((name, bytes) -> write(folder.resolve(name), bytes));
        return folder;
    }

    /** Puts the returns into a folder in one zip. */
    Path deliverZipped(Path folder) {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var file : sent.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(folder.resolve("各单位.zip"), bytes.toByteArray());
        return folder;
    }

    /** Adds a correction of the village's return. */
    Path correct(Path folder) {
        var bytes = new ByteArrayOutputStream();
        try {
            FormFiller.fill(
                    new ByteArrayInputStream(sent("龙泉村")),
                    bytes,
                    Map.of("publicity", Map.of("publicity.materials", Value.of(77))),
                    CORRECTED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(folder.resolve("龙泉村更正.xlsx"), bytes.toByteArray());
        return folder;
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            Files.setLastModifiedTime(file, CAME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> inside = Files.walk(from)) {
            for (Path path : inside.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
