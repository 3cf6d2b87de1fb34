package org.huizong.catalogue;

/**
 * A name such as {@code cases.officer_one.valid_until}: what the record of another register says that an item points to.
 *
 * @param from the item whose value is the key of a record, here {@code cases.officer_one}
 * @param to the item of that record, here {@code officers.valid_until}
 */
public record Reference(Item from, Item to) {}
