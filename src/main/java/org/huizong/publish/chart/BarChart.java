package org.huizong.publish.chart;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.namespace.QName;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlOptions;
import org.jspecify.annotations.Nullable;

/**
 * A native bar chart in greys: columns that stand beside each other or on each other, or bars from the left with room
 * for long labels. Every series has a fill and a line of its own and the bars stand between the marks:
 * without that LibreOffice draws nothing.
 */
public final class BarChart {
    public static final String DARK = "404040";
    public static final String LIGHT = "BFBFBF";
    public static final String WHITE = "FFFFFF";

    private static final double LABEL_POINTS = 8;
    private static final double SMALL_POINTS = 9.0;
    private static final double SMALL_LABEL_POINTS = 7.0;
    private static final int MARKS = 4;
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";

    private final XSSFChart chart;

    /**
     * Part of a column or row of a sheet.
     *
     * @param where its cells as a formula calls them
     * @param values what stands in them, for programs that draw without looking there
     */
    public record Column<T extends @Nullable Object>(String where, List<T> values) {}

    /**
     * Holds what one colour shows.
     *
     * @param hatched places of the bars that show a part of what was owed, from 0
     */
    public record Series(String label, Column<@Nullable Double> values, String colour, Set<Integer> hatched) {
        public Series {
            hatched = new TreeSet<>(hatched);
        }

        /** Whole figures. */
        public Series(String label, Column<@Nullable Double> values, String colour) {
            this(label, values, colour, Set.of());
        }
    }

    public BarChart(XSSFSheet sheet, Frame place, String title) {
        var drawing =
                sheet.getDrawingPatriarch() == null ? sheet.createDrawingPatriarch() : sheet.getDrawingPatriarch();
        this.chart = drawing.createChart(place.on(sheet));
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        chart.getFormattedTitle()
                .getParagraphs()
                .get(0)
                .addDefaultRunProperties()
                .setFontSize(11.0);
        chart.getFormattedTitle().getParagraphs().get(0).getTextRuns().forEach(r -> r.setFontSize(11.0));
    }

    /** The chart as a part of a package whose first relationship leads to the workbook with its numbers. */
    String part() {
        chart.setExternalId("rId1");
        return chart.getCTChartSpace()
                .xmlText(new XmlOptions()
                        .setSaveAggressiveNamespaces()
                        .setSaveSyntheticDocumentElement(new QName(NAMESPACE, "chartSpace", "c")));
    }

    /** Bars from the left, beside each other, with a mark on the axis at every step. */
    public void beside(Column<String> labels, List<Series> series, double step) {
        draw(labels, series, BarDirection.BAR, BarGrouping.CLUSTERED).setMajorUnit(step);
        legend();
    }

    /** Bars from the left, with their numbers. */
    public void numbered(Column<String> labels, Series series) {
        draw(labels, List.of(series), BarDirection.BAR, BarGrouping.CLUSTERED).setVisible(false);
        var bars = chart.getCTChart().getPlotArea().getBarChartArray(0);
        var shown = bars.getSerArray(0).addNewDLbls();
        shown.addNewShowLegendKey().setVal(false);
        shown.addNewShowVal().setVal(true);
        shown.addNewShowCatName().setVal(false);
        shown.addNewShowSerName().setVal(false);
        shown.addNewShowPercent().setVal(false);
        shown.addNewShowBubbleSize().setVal(false);
    }

    /** Columns beside each other. */
    public void columns(Column<String> labels, List<Series> series) {
        draw(labels, series, BarDirection.COL, BarGrouping.CLUSTERED);
        legend();
    }

    /** Columns of one colour, whose numbers may change, without a legend, because the title says what they are. */
    public void plain(Column<String> labels, Series series) {
        draw(labels, List.of(series), BarDirection.COL, BarGrouping.CLUSTERED);
    }

    /** The same in a chart that is one of many, of numbers that stay: small type, and few whole marks on the axis. */
    public void small(Column<String> labels, Series series) {
        XDDFValueAxis axis = draw(labels, List.of(series), BarDirection.COL, BarGrouping.CLUSTERED);
        double step = step(series.values().values());
        axis.setMajorUnit(step);
        if (series.values().values().stream().allMatch(n -> n == null || n == 0)) {
            axis.setMaximum(step);
        }
        chart.getAxes().forEach(a -> a.getOrAddTextProperties().setFontSize(SMALL_LABEL_POINTS));
        chart.getFormattedTitle().getParagraphs().get(0).getTextRuns().forEach(r -> r.setFontSize(SMALL_POINTS));
    }

    /** 1, 2 or 5 with zeros, so that there are at most four marks. */
    private static double step(List<@Nullable Double> numbers) {
        double most = numbers.stream()
                .mapToDouble(n -> n == null ? 0 : Math.abs(n))
                .max()
                .orElse(0);
        double step = 1;
        for (int i = 0; step * MARKS < most; i++) {
            step *= i % 3 == 1 ? 2.5 : 2;
        }
        return step;
    }

    /** Columns of which each stands on the one before. */
    public void stacked(Column<String> labels, List<Series> series) {
        draw(labels, series, BarDirection.COL, BarGrouping.STACKED);
        legend();
        stack();
    }

    private XDDFValueAxis draw(
            Column<String> labels, List<Series> series, BarDirection direction, BarGrouping grouping) {
        boolean lying = direction == BarDirection.BAR;
        XDDFCategoryAxis categories = chart.createCategoryAxis(lying ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(lying ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        if (lying) {
            categories.setOrientation(AxisOrientation.MAX_MIN);
        }
        values.setCrosses(lying ? AxisCrosses.MAX : AxisCrosses.AUTO_ZERO);
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        values.setMinimum(0);
        values.setNumberFormat("General");
        // small enough for the twelve months of a year to stand whole beside each other
        categories.getOrAddTextProperties().setFontSize(LABEL_POINTS);
        values.getOrAddTextProperties().setFontSize(LABEL_POINTS);
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
        bars.setBarDirection(direction);
        bars.setGapWidth(60);
        bars.setBarGrouping(grouping);
        bars.setVaryColors(false);
        for (Series one : series) {
            var drawn = bars.addSeries(
                    XDDFDataSourcesFactory.fromArray(labels.values().toArray(String[]::new), labels.where()),
                    XDDFDataSourcesFactory.fromArray(
                            one.values().values().toArray(Double[]::new),
                            one.values().where()));
            drawn.setTitle(one.label(), null);
            drawn.setShapeProperties(properties(one.colour()));
        }
        chart.plot(bars);
        for (int i = 0; i < series.size(); i++) {
            hatch(i, series.get(i));
        }
        return values;
    }

    private void legend() {
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    }

    /** Puts bars on each other. Written as XML because POI's small schema lacks the type of the overlap. */
    private void stack() {
        try (XmlCursor cursor =
                chart.getCTChart().getPlotArea().getBarChartArray(0).newCursor()) {
            cursor.toChild(NAMESPACE, "gapWidth");
            cursor.toEndToken();
            cursor.toNextToken();
            cursor.beginElement("overlap", NAMESPACE);
            cursor.insertAttributeWithValue("val", "100");
        }
    }

    /** Draws bars in stripes. Written as XML because POI's small schema lacks the fills with a pattern. */
    private void hatch(int number, Series series) {
        for (int place : series.hatched()) {
            try (XmlCursor cursor = chart.getCTChart()
                    .getPlotArea()
                    .getBarChartArray(0)
                    .getSerArray(number)
                    .newCursor()) {
                cursor.toChild(NAMESPACE, "cat");
                cursor.beginElement("dPt", NAMESPACE);
                value(cursor, "idx", NAMESPACE, String.valueOf(place));
                value(cursor, "invertIfNegative", NAMESPACE, "0");
                value(cursor, "bubble3D", NAMESPACE, "0");
                cursor.beginElement("spPr", NAMESPACE);
                cursor.beginElement("pattFill", DRAWING);
                cursor.insertAttributeWithValue("prst", "wdUpDiag");
                colour(cursor, "fgClr", series.colour());
                colour(cursor, "bgClr", WHITE);
                cursor.toEndToken();
                cursor.toNextToken();
                cursor.beginElement("ln", DRAWING);
                cursor.insertAttributeWithValue("w", "9525");
                cursor.beginElement("solidFill", DRAWING);
                value(cursor, "srgbClr", DRAWING, "000000");
            }
        }
    }

    private static void colour(XmlCursor cursor, String element, String colour) {
        cursor.beginElement(element, DRAWING);
        value(cursor, "srgbClr", DRAWING, colour);
        cursor.toNextToken();
    }

    /** Writes an element with one value and stands behind it. */
    private static void value(XmlCursor cursor, String element, String namespace, String value) {
        cursor.beginElement(element, namespace);
        cursor.insertAttributeWithValue("val", value);
        cursor.toNextToken();
    }

    private static XDDFShapeProperties properties(String colour) {
        XDDFShapeProperties properties = new XDDFShapeProperties();
        properties.setFillProperties(solid(colour));
        XDDFLineProperties line = new XDDFLineProperties();
        line.setFillProperties(solid("000000"));
        line.setWidth(0.75);
        properties.setLineProperties(line);
        return properties;
    }

    private static XDDFSolidFillProperties solid(String colour) {
        return new XDDFSolidFillProperties(XDDFColor.from(HexFormat.of().parseHex(colour)));
    }
}
