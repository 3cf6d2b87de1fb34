package org.huizong.office;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huizong.carry.CarryForward;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.Obligation;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Unit;
import org.huizong.model.Period;
import org.huizong.store.Store;
import org.huizong.template.Prefill;
import org.huizong.template.TemplateWriter;
import org.huizong.wording.Wording;

/** Issues templates: blank ones, or for a period one prefilled workbook for each unit. */
public final class TemplateIssue {
    private final Catalogue catalogue;
    private final Wording wording;
    private final TemplateWriter writer;

    /** Templates of that catalogue in that language. */
    public TemplateIssue(Catalogue catalogue, Wording wording) {
        this.catalogue = catalogue;
        this.wording = wording;
        this.writer = new TemplateWriter(catalogue, wording);
    }

    /** Writes what a file holds. */
    public interface Content {
        /** Writes it; whoever asked closes the stream. */
        void write(OutputStream out) throws IOException;
    }

    /** Takes files by name. */
    public interface Files {
        /** Takes one. */
        void write(String name, Content content);
    }

    /** The units that owe anything of a period, in the order of the catalogue. */
    public List<Unit> owing(Period period) {
        List<String> owing =
                catalogue.owed(period).stream().map(Obligation::unit).distinct().toList();
        return catalogue.units().stream().filter(u -> owing.contains(u.code())).toList();
    }

    /** Writes the blank template of each return; gives their number. */
    public int blank(Files files) {
        List<Return> forms = catalogue.forms(catalogue.newest());
        forms.forEach(form -> files.write(writer.fileName(form), out -> writer.blank(form, out)));
        return forms.size();
    }

    /**
     * Writes the prefilled workbooks of a period.
     *
     * @param known what is on record; empty if nothing is
     * @return the registers whose records could not be carried on, because the archive lost them
     */
    public List<CarryForward.Lost> issue(Period period, List<Unit> units, Optional<Store> known, Files files) {
        List<CarryForward.Lost> lost = new ArrayList<>();
        known.ifPresentOrElse(
                store -> {
                    CarryForward carry = new CarryForward(catalogue, wording, store, period);
                    units.forEach(u -> issue(files, u, period, carry.to(u.code())));
                    lost.addAll(carry.lost());
                },
                () -> units.forEach(u -> issue(files, u, period, Prefill.NONE)));
        return lost;
    }

    /** The name of a unit's workbook. */
    public String fileName(Unit unit, Period period) {
        return writer.fileName(unit, period);
    }

    private void issue(Files files, Unit unit, Period period, Prefill prefill) {
        files.write(writer.fileName(unit, period), out -> writer.issue(unit, period, prefill, out));
    }
}
