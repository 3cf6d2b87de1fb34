package org.huizong.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/** The catalogue cannot be used; carries every fault that one pass found. */
public class BrokenCatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    public BrokenCatalogueException(List<Fault> faults) {
        super(faults.stream()
                .map(f -> f.table() + ":" + f.line() + " " + f.column() + " " + f.kind() + " " + f.arguments())
                .collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** Every fault, in the order of tables and lines. */
    public List<Fault> faults() {
        return faults;
    }
}
