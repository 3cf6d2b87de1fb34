package org.huizong.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huizong.disk.DiskException;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;

/** Fills issued templates as the clerks of the sample township would. */
public final class SampleWriter {
    private static final String CORRECTION = "(更正)";

    private final TemplateWriter templates;

    /** Fills templates of that writer. */
    public SampleWriter(TemplateWriter templates) {
        this.templates = templates;
    }

    /** Writes one workbook into a folder, which must be there. */
    public void write(Sending sending, Prefill prefill, Path folder) {
        String name = templates.fileName(sending.unit(), sending.period());
        if (sending.correction()) {
            name = name.replace(".xlsx", CORRECTION + ".xlsx");
        }
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            templates.filled(sending.unit(), sending.period(), prefill, sending.values(), sending.saved(), out);
        } catch (IOException e) {
            throw new DiskException(file, e);
        }
    }
}
