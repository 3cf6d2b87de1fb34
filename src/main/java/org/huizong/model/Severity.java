package org.huizong.model;

import java.util.Locale;

/** What a finding asks for, the gravest first. */
public enum Severity {
    /** 错误: impossible or missing; the return is sent back. */
    ERROR,
    /** 核实: accepted, must be explained. */
    QUERY,
    /** 提示: to be known, nothing to be done. */
    NOTICE;

    /** The word in the catalogue's tables and in findings.csv, such as {@code error}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
