package org.huizong.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.huizong.model.Period;

/**
 * The written reports that were sent last, for as long as their answers are looked at and taken: they lie where everything
 * temporary lies, the oldest goes when one more comes, and all go when the page is closed.
 */
final class SentReports implements AutoCloseable {
    private static final int MOST = 5;
    private static final int ID_BYTES = 12;

    private final Map<String, Sent> reports = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /**
     * A report that was sent.
     *
     * @param wanted the period to hold it against; empty for the one that it says itself
     */
    record Sent(SentFile file, Optional<Period> wanted) {}

    /** Keeps one, and gives the id by which it is known to browsers. */
    synchronized String keep(Sent sent) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        reports.put(id, sent);
        Iterator<Sent> oldest = reports.values().iterator();
        while (reports.size() > MOST) {
            oldest.next().file().close();
            oldest.remove();
        }
        return id;
    }

    /**
     * The one of that id.
     *
     * @throws KindRefusalException if it is no longer there
     */
    synchronized Sent get(String id) {
        Sent sent = reports.get(id);
        if (sent == null) {
            throw new KindRefusalException(404, "web.verify.gone");
        }
        return sent;
    }

    @Override
    public synchronized void close() {
        reports.values().forEach(sent -> sent.file().close());
        reports.clear();
    }
}
