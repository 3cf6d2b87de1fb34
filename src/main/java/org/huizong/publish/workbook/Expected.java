package org.huizong.publish.workbook;

import java.math.BigDecimal;
import java.util.Optional;
import org.huizong.model.CellAddress;

/**
 * What a formula cell must come to.
 *
 * @param sheet name of its sheet
 * @param cell where it stands
 * @param code of the indicator or item it stands for
 * @param figure by the store, unrounded; empty if the formula must come to a text, because there is none
 * @param decimals to which both are rounded before they are compared
 */
record Expected(String sheet, CellAddress cell, String code, Optional<BigDecimal> figure, int decimals) {}
