/**
 * Edits an .xlsx as the package of parts that it is (Open Packaging Conventions): what is not changed is copied as it is
 * packed, what is changed keeps every other byte.
 *
 * <p>Knows no POI and no cells. May call disk, spreadsheet.read and text.
 */
@NullMarked
package org.huizong.spreadsheet.opc;

import org.jspecify.annotations.NullMarked;
