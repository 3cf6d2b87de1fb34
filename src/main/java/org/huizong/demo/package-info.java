/**
 * The made-up township's year of returns, through the real templates, from a small table with a fixed seed.
 *
 * <p>May call template, disk, layout, spreadsheet.read, spreadsheet.write, catalogue, model and text.
 */
@NullMarked
package org.huizong.demo;

import org.jspecify.annotations.NullMarked;
