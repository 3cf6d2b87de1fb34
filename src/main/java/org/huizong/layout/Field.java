package org.huizong.layout;

import org.huizong.catalogue.Explanations;

/** A cell of a form that holds no item: who reports on what, and the foot. */
public enum Field {
    /** Code of the return; hidden. */
    RETURN("return"),
    /** Version of the return; hidden. */
    VERSION("version"),
    /** 填报单位: label, alias or code of the unit. */
    UNIT("unit"),
    /** 报告期. */
    PERIOD("period"),
    /** First day of the period, worked out from it; hidden. */
    PERIOD_START("period_start"),
    /** Last day of the period, worked out from it; hidden. */
    PERIOD_END("period_end"),
    /** Of a consolidated form: how many returns are owed for it; hidden. */
    BELOW_OWED("below_owed"),
    /** Of a consolidated form: how many returns are in it; hidden. */
    BELOW_COUNTED("below_counted"),
    /** Of a consolidated form: who is not in it, by name; hidden. */
    BELOW_MISSING("below_missing"),
    /** 本期无: 是 says that a register is empty because there was nothing. */
    NIL("nil"),
    /** 全表说明: explains what concerns no single line or record. */
    EXPLANATION(Explanations.OF_RETURN),
    /** 单位负责人. */
    HEAD("foot_head"),
    /** 统计负责人. */
    STATISTICIAN("foot_statistician"),
    /** 填表人. */
    FILLER("foot_filler"),
    /** 联系电话. */
    PHONE("foot_phone"),
    /** 报出日期. */
    DATE("foot_date");

    private final String definedName;

    Field(String definedName) {
        this.definedName = definedName;
    }

    /** The sheet-scoped defined name of its cell. */
    public String definedName() {
        return definedName;
    }

    /** Whether it belongs to the foot. */
    public boolean inFoot() {
        return definedName.startsWith("foot_");
    }
}
