package org.huizong.store;

import java.time.Instant;
import java.util.List;

/**
 * What is in a backup, counted in the backup itself.
 *
 * @param made when it was made
 * @param files contents on record
 * @param submissions submissions on record
 * @param editions editions on record
 * @param lacking period and name of each content on record of which no intact copy was in the archive
 */
public record BackupContents(Instant made, int files, int submissions, int editions, List<String> lacking) {
    public BackupContents {
        lacking = List.copyOf(lacking);
    }
}
