package org.huizong.publish.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {
    private record Village(String code, String label, int people) {}

    private static final List<Village> VILLAGES =
            List.of(new Village("v01", "石桥村", 1200), new Village("v02", "=柳溪村", 800));

    private final Listing<Village> listing = new Listing<Village>()
            .both("unit", 20, Village::code, v -> ListCell.of(v.label()))
            .file("unit_label", Village::label)
            .sheet("people", 8, v -> ListCell.of(v.people()))
            .both("code", 9, Village::code);

    @Test
    void writesTheColumnsOfTheFileInTheirOrder(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("villages.csv");

        listing.write(file, VILLAGES::forEach);

        assertThat(Files.readString(file)).isEqualTo("\uFEFFunit,unit_label,code\r\nv01,石桥村,v01\r\nv02,'=柳溪村,v02\r\n");
    }

    @Test
    void showsTheColumnsOfTheSheetAsTheyWereAdded() {
        assertThat(listing.columns()).extracting(Listing.Column::name).containsExactly("unit", "people", "code");
        assertThat(listing.columns())
                .extracting(c -> c.shown().apply(VILLAGES.get(0)))
                .containsExactly(ListCell.of("石桥村"), ListCell.of(1200), ListCell.of("v01"));
    }

    @Test
    void showsThemInAnOrderOfTheirOwn() {
        assertThat(listing.ordered("code", "unit", "people").columns())
                .extracting(Listing.Column::name)
                .containsExactly("code", "unit", "people");
    }

    @Test
    void refusesAnOrderThatLeavesAColumnOut() {
        assertThatIllegalArgumentException().isThrownBy(() -> listing.ordered("code", "unit"));
    }

    @Test
    void refusesAColumnThatTheSheetDoesNotHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> listing.ordered("code", "unit", "unit_label"))
                .withMessage("the sheet has no column unit_label");
    }
}
