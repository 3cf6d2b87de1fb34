package org.huizong.web;

/** Sizes of files as people say them. */
final class Bytes {
    private static final long KILO = 1024;

    private Bytes() {}

    static String show(PageFrame frame, long bytes) {
        return bytes < KILO * KILO
                ? frame.t("web.size.kilobytes", Math.max(1, (bytes + KILO / 2) / KILO))
                : frame.t("web.size.megabytes", (bytes + KILO * KILO / 2) / (KILO * KILO));
    }
}
