package org.huizong.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;

/** Small catalogues with one return of any shape: a register of some columns, or a form of some lines and columns. */
public final class Shapes {
    private static final List<String> TYPES = List.of("text", "date", "integer", "money", "choice", "identity");

    private Shapes() {}

    /** A register whose records have so many items, of all types in turn; the first is its key. */
    public static Catalogue register(int columns) {
        return register(columns, 1, rule("register"));
    }

    /** The same with so many keys, which are its first items. */
    public static Catalogue register(int columns, int keys) {
        return register(columns, keys, rule("register"));
    }

    /** The same with that line of rules.csv. */
    static Catalogue register(int columns, String rule) {
        return register(columns, 1, rule);
    }

    private static Catalogue register(int columns, int keys, String rule) {
        String items = IntStream.rangeClosed(1, columns)
                .mapToObj(i -> {
                    String type = TYPES.get((i - 1) % TYPES.size());
                    return "shape,shape.item_%d,%s,Item %d,%03d,,%s,,,%s,,,%s,none,none,,,,,\n"
                            .formatted(
                                    i,
                                    "第" + i + "项",
                                    i,
                                    i,
                                    type,
                                    i <= keys ? "是" : "",
                                    type.equals("choice") ? "yes_no" : "");
                })
                .collect(Collectors.joining());
        return catalogue("register", items, "", rule);
    }

    /** A form of so many lines; with no columns it has the one without a name. */
    public static Catalogue form(int lines, int columns, boolean total) {
        List<String> heads = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            heads.add(total && i == 1 ? "total" : "c" + i);
        }
        StringBuilder items = new StringBuilder();
        for (int line = 1; line <= lines; line++) {
            for (int i = 0; i < Math.max(1, columns); i++) {
                items.append("shape,shape.item_%d_%d,第%d行,Line %d,%03d,%s,integer,件,是,,0,1000,,sum,sum,,,,,\n"
                        .formatted(line, i, line, line, line, columns == 0 ? "" : heads.get(i)));
            }
        }
        String choices = heads.stream()
                .map(h -> "shape.columns,%s,%s,%s\n".formatted(h, h.equals("total") ? "合计" : "第" + h + "列", h))
                .collect(Collectors.joining());
        return catalogue("form", items.toString(), choices, rule("form"));
    }

    private static Catalogue catalogue(String kind, String items, String choices, String rule) {
        Map<String, String> tables = new HashMap<>();
        tables.put("units.csv", """
                code,label,label_en,kind,parent,returns,aliases,merged_into,from,until
                top,青溪镇,Qingxi,township,,,,,,
                d01,社会事务和退役军人服务办公室,Social Affairs Office,department,top,shape,,,,
                """);
        tables.put("returns.csv", """
                code,version,form_no,label,label_en,kind,frequency,due_day,issuer,issuer_en,notes,notes_en,from,until
                shape,1,青依法20表,行政检查台账,Shape,%s,month,5,青溪镇司法所,Judicial Office,统计范围:本单位。,Scope.,,
                """.formatted(kind));
        tables.put(
                "items.csv",
                "return,code,label,label_en,row,column,type,measure,required,key,min,max,choices,time,across,formula,personal,"
                        + "aliases,from,until\n" + items);
        tables.put(
                "choices.csv",
                "list,code,label,label_en\nsections,a,甲,A\nyes_no,yes,是,Yes\nyes_no,no,否,No\nmeasures,件,件,cases\n"
                        + choices);
        tables.put("holidays.csv", "date,day,label\n");
        tables.put(
                "rules.csv", "id,scope,severity,formula,missing,locate,message,message_en,basis,from,until\n" + rule);
        tables.put(
                "indicators.csv",
                "code,section,order,label,label_en,measure,formula,decimals,direction,target,note,note_en,from,until\n");
        return CatalogueLoader.load(tables.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getBytes(StandardCharsets.UTF_8))));
    }

    private static String rule(String kind) {
        return kind.equals("form")
                ? "SHA001,return,query,shape.item_1_0<100,skip,shape.item_1_0,太多 {shape.item_1_0},too many,,,\n"
                : "SHA001,record,query,LEN(shape.item_1)<5,skip,shape.item_1,太长 {shape.item_1},too long,,,\n";
    }
}
