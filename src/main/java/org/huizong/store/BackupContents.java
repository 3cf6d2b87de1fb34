package org.huizong.store;

import java.time.Instant;

/**
 * What is in a backup, counted in the backup itself.
 *
 * @param made when it was made
 * @param files contents on record
 * @param submissions submissions on record
 * @param editions editions on record
 * @param lacking contents on record of which no intact copy was in the archive
 */
public record BackupContents(Instant made, int files, int submissions, int editions, int lacking) {}
