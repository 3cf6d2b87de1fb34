package org.huizong;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.huizong.disk.TempFolder;
import org.huizong.spreadsheet.write.Scratch;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Keeps the temporary files of classes that run side by side where the system keeps them: the first class that opened a
 * store would else take those of all others along when its folder is deleted. A class that is about that folder runs
 * isolated and has it for itself.
 */
public final class SharedTemporaryFiles implements BeforeAllCallback {
    private static final Namespace OURS = Namespace.create(SharedTemporaryFiles.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Scratch.prepare();
        if (AnnotationSupport.isAnnotated(context.getRequiredTestClass(), Isolated.class)) {
            // a program without a data folder keeps its share until its process ends
            TempFolder.closeAll();
        } else {
            context.getStore(OURS).computeIfAbsent(TempFolder.class, share -> open());
        }
    }

    private static TempFolder open() {
        try {
            return TempFolder.ofSystem();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
