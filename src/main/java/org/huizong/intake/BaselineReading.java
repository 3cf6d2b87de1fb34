package org.huizong.intake;

import java.util.List;
import org.huizong.catalogue.Fault;
import org.huizong.model.BaselineFigure;

/**
 * What a baseline file came to.
 *
 * @param figures those of its rows that can be used, in the order of the file
 * @param faults everything that is wrong with it, by line
 */
public record BaselineReading(List<BaselineFigure> figures, List<Fault> faults) {
    public BaselineReading {
        figures = List.copyOf(figures);
        faults = List.copyOf(faults);
    }
}
