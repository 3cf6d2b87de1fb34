package org.huizong.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One way to spoil a file, chosen by a seed: the same seed spoils the same file in the same way.
 *
 * <p>Half of what is done to a workbook is done to one of its parts, so that it gets past the zip and to the parsers: to
 * bytes, to tokens of the XML, to cells and attributes, to which parts there are.
 */
final class Mutation {
    /** What stands in a cell or an attribute and means trouble somewhere. */
    private static final List<String> NASTY = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "2",
            "65535",
            "65536",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9999999999999999",
            "1E400",
            "-1E-400",
            "1e99999999",
            "NaN",
            "Infinity",
            "0x10",
            "1.2.3",
            "--5",
            "１２",
            "12份",
            "1,2,3",
            "5.13E+17",
            "A0",
            "A1",
            "XFD1048576",
            "XFE1048577",
            "ZZZZZZ1",
            "A99999999999",
            "1A",
            "$A$1",
            "A1:A1048576",
            "A:A",
            "'a'!A1",
            "#REF!",
            "#REF!$A$1",
            "Sheet1!$A$1:$A$5",
            "[1]x!A1",
            "s",
            "str",
            "inlineStr",
            "e",
            "b",
            "d",
            "n",
            "zz",
            "true",
            "yes",
            "是",
            "否",
            "本期无",
            "合计",
            "无",
            "—",
            "/",
            "2025-02-30",
            "2025-13-45",
            "0000-00-00",
            "99999-01-01",
            "-45678",
            "2958466",
            "0.99999",
            "2025年2月31日",
            "二〇二五年二月",
            "壹佰零",
            "亿亿亿万",
            "万万",
            "零零",
            "_x0000_",
            "_x005F_",
            "_xD800_",
            "_xZZZZ_",
            "&#0;",
            "&#xD800;",
            "&#x10FFFF;",
            "&#1114112;",
            "&bad;",
            "&amp;",
            "]]>",
            "<!--",
            "<![CDATA[",
            "<",
            ">",
            "\"",
            "<?x?>",
            "<!DOCTYPE a>",
            "\u202e",
            "\u200b",
            "\u0000",
            "\ufeff",
            "\ud800",
            "😀",
            "'",
            ";",
            ",",
            "\n",
            "../../../etc/passwd",
            "/xl/worksheets/sheet1.xml",
            "sheet1.xml#a",
            "http://a/b?c",
            "rId1",
            "rId999",
            "%",
            "%zz",
            "{",
            "安监办",
            "魏 庚",
            "2025-02",
            "2025年2月",
            "safety",
            "cases.case_no",
            "prior.x",
            "explain.SAF001",
            "unit",
            "=1+1",
            "9".repeat(400),
            "x".repeat(40_000),
            "(".repeat(3_000),
            "<a>".repeat(2_000));

    private static final Pattern TAG = Pattern.compile("<[^<>]+>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:]+)=\"([^\"<>]*)\"");
    private static final Pattern TEXT = Pattern.compile(">([^<>]+)<");
    private static final Pattern CELL = Pattern.compile("<c r=\"[A-Z]+\\d+\".*?(?:/>|</c>)", Pattern.DOTALL);
    private static final Pattern REFERENCE = Pattern.compile("(?<=<c r=\")[A-Z]+\\d+(?=\")");
    private static final Pattern TYPE = Pattern.compile("(?<= t=\")\\w+(?=\")");

    private final Random random;
    private final List<String> done = new ArrayList<>();

    Mutation(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** What was done, for whoever wants to do it again by hand. */
    String what() {
        return String.join("; ", done);
    }

    /** The parts of a workbook, in order. */
    static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    /** A workbook of which some parts are spoilt. */
    byte[] below(Map<String, byte[]> parts) throws IOException {
        Map<String, byte[]> spoilt = new LinkedHashMap<>(parts);
        int times = times();
        for (int i = 0; i < times; i++) {
            String name = part(spoilt);
            byte[] content = spoilt.getOrDefault(name, new byte[0]);
            switch (random.nextInt(24)) {
                case 0 -> {
                    done.add("without " + name);
                    spoilt.remove(name);
                }
                case 1 -> {
                    String other = pick(new ArrayList<>(parts.keySet()));
                    done.add(name + " holds " + other);
                    spoilt.put(name, parts.getOrDefault(other, new byte[0]));
                }
                case 2, 3, 4 -> spoilt.put(name, bytes(name, content));
                default -> spoilt.put(name, xml(name, content));
            }
        }
        return zip(spoilt);
    }

    /** The bytes of a file, spoilt. */
    byte[] bytes(String name, byte[] content) {
        byte[] spoilt = content;
        int times = times();
        for (int i = 0; i < times && spoilt.length > 0; i++) {
            int at = random.nextInt(spoilt.length);
            int length = Math.min(spoilt.length - at, 1 + random.nextInt(random.nextInt(8) == 0 ? 4_000 : 16));
            switch (random.nextInt(6)) {
                case 0 -> {
                    done.add("%s: bit at %d".formatted(name, at));
                    spoilt = spoilt.clone();
                    spoilt[at] ^= (byte) (1 << random.nextInt(8));
                }
                case 1 -> {
                    done.add("%s: byte at %d".formatted(name, at));
                    spoilt = spoilt.clone();
                    spoilt[at] = (byte) (random.nextBoolean() ? 0xff * random.nextInt(2) : random.nextInt(256));
                }
                case 2 -> {
                    done.add("%s: without %d from %d".formatted(name, length, at));
                    spoilt = join(Arrays.copyOf(spoilt, at), Arrays.copyOfRange(spoilt, at + length, spoilt.length));
                }
                case 3 -> {
                    done.add("%s: twice %d from %d".formatted(name, length, at));
                    spoilt = join(Arrays.copyOf(spoilt, at + length), Arrays.copyOfRange(spoilt, at, spoilt.length));
                }
                case 4 -> {
                    done.add("%s: noise %d at %d".formatted(name, length, at));
                    byte[] noise = new byte[length];
                    random.nextBytes(noise);
                    spoilt = join(Arrays.copyOf(spoilt, at), noise, Arrays.copyOfRange(spoilt, at, spoilt.length));
                }
                default -> {
                    done.add("%s: ends at %d".formatted(name, at));
                    spoilt = Arrays.copyOf(spoilt, at);
                }
            }
        }
        return spoilt;
    }

    /** A table of text, spoilt. */
    byte[] text(String name, String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int times = times();
        for (int i = 0; i < times && !lines.isEmpty(); i++) {
            int at = random.nextInt(lines.size());
            List<String> fields = new ArrayList<>(List.of(lines.get(at).split(",", -1)));
            int field = random.nextInt(fields.size());
            switch (random.nextInt(8)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(random.nextInt(lines.size()), lines.get(at));
                case 2 -> fields.remove(field);
                case 3 -> fields.add(field, nasty());
                case 4 -> fields.set(field, '"' + fields.get(field));
                default -> fields.set(field, nasty());
            }
            if (at < lines.size()) {
                lines.set(at, String.join(",", fields));
            }
            done.add("%s: line %d, field %d".formatted(name, at + 1, field + 1));
        }
        String separator = random.nextInt(8) == 0 ? pick(List.of(";", "\t", "|", ",,", "\u0000")) : ",";
        String all =
                String.join(pick(List.of("\n", "\r\n", "\r", "\n\n")), lines).replace(",", separator);
        Charset charset = random.nextInt(3) > 0
                ? StandardCharsets.UTF_8
                : pick(List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, Charset.forName("GB18030")));
        byte[] spoilt = all.getBytes(charset);
        return random.nextInt(3) == 0 ? bytes(name, spoilt) : spoilt;
    }

    /** Sheets three times of four: the rest is read once a workbook and looked at little. */
    private String part(Map<String, byte[]> parts) {
        List<String> names = new ArrayList<>(parts.keySet());
        List<String> sheets =
                names.stream().filter(n -> n.startsWith("xl/worksheets/sheet")).toList();
        return random.nextInt(4) > 0 && !sheets.isEmpty() ? pick(sheets) : pick(names);
    }

    private byte[] xml(String name, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        String spoilt = switch (random.nextInt(12)) {
            case 0 -> tag(name, text);
            case 1 -> replaced(name, "reference", REFERENCE, text, 0);
            case 2 -> replaced(name, "type", TYPE, text, 0);
            case 3 -> cell(name, text);
            case 4, 5, 6, 7 -> replaced(name, "attribute", ATTRIBUTE, text, 2);
            case 8 -> replaced(name, "name of attribute", ATTRIBUTE, text, 1);
            default -> replaced(name, "text", TEXT, text, 1);
        };
        return spoilt.getBytes(StandardCharsets.UTF_8);
    }

    /** Puts something nasty in place of a match that is chosen by chance. */
    private String replaced(String name, String kind, Pattern pattern, String text, int group) {
        Matcher found = after(pattern, text);
        if (found == null) {
            return text;
        }
        String by = nasty();
        done.add("%s: %s at %d is %s".formatted(name, kind, found.start(group), shown(by)));
        return text.substring(0, found.start(group)) + by + text.substring(found.end(group));
    }

    private String tag(String name, String text) {
        Matcher found = after(TAG, text);
        if (found == null) {
            return text;
        }
        String before = text.substring(0, found.start());
        String rest = text.substring(found.end());
        int how = random.nextInt(4);
        done.add("%s: tag at %d, way %d".formatted(name, found.start(), how));
        return switch (how) {
            case 0 -> before + rest;
            case 1 -> before + found.group() + found.group() + rest;
            case 2 -> before + found.group().replaceFirst("\\w+", "x") + rest;
            default -> {
                Matcher other = after(TAG, rest);
                yield other == null
                        ? before
                        : before
                                + other.group()
                                + rest.substring(0, other.start())
                                + found.group()
                                + rest.substring(other.end());
            }
        };
    }

    private String cell(String name, String text) {
        Matcher found = after(CELL, text);
        if (found == null) {
            return text;
        }
        String before = text.substring(0, found.start());
        String rest = text.substring(found.end());
        int how = random.nextInt(6);
        done.add("%s: cell at %d, way %d".formatted(name, found.start(), how));
        String place = found.group().replaceFirst("(?s)^<c r=\"([A-Z]+\\d+)\".*", "$1");
        return switch (how) {
            case 0 -> before + rest;
            case 1 -> before + found.group() + found.group() + rest;
            case 2 -> before + "<c r=\"" + place + "\"><v>" + escaped(nasty()) + "</v></c>" + rest;
            case 3 ->
                before + "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + escaped(nasty()) + "</t></is></c>" + rest;
            case 4 -> before + "<c r=\"" + place + "\" t=\"s\"><v>" + random.nextInt(2_000) + "</v></c>" + rest;
            default -> before + "<c><f>" + escaped(nasty()) + "</f><v/></c>" + found.group() + rest;
        };
    }

    /** A match somewhere in the text; looked for from a place chosen by chance, then from the start. */
    private @Nullable Matcher after(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int from = text.isEmpty() ? 0 : random.nextInt(text.length());
        return matcher.find(from) || matcher.find(0) ? matcher : null;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                CRC32 crc = new CRC32();
                crc.update(part.getValue());
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(part.getValue().length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private int times() {
        return 1 + random.nextInt(1 + random.nextInt(4));
    }

    private String nasty() {
        return pick(NASTY);
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "… (" + text.length() + ")" : text;
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
