package org.huizong.catalogue;

/**
 * One entry of a list: a row of choices.csv.
 *
 * <p>Lists are the choices of items, and also headings: {@code <return>.rows}, {@code <return>.columns},
 * {@code sections} of the indicators, and {@code measures}, whose codes are the Chinese words.
 *
 * @param list name of the list
 * @param code what is stored
 * @param label Chinese word
 * @param labelEn English word; the Chinese one where there is none
 */
public record Choice(String list, String code, String label, String labelEn) {}
