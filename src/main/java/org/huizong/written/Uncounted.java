package org.huizong.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blanks out of a text the numbers that count nothing: dates, titles, numbers of documents, articles, lists, slogans. */
final class Uncounted {
    /** Stands where something was blanked out. */
    static final char BLANK = '■';

    private static final String SPELT = "[一二三四五六七八九十百〇零]";

    private static final Pattern NO_COUNT = Pattern.compile(
            "《[^》]*》"
                    + "|(?:20[\\dx]{2}|二[〇零]" + SPELT + "{2})年(?:\\d{1,2}月份?(?:\\d{1,2}[日号])?|" + SPELT + "{1,3}月(?:"
                    + SPELT
                    + "{1,3}[日号])?)?"
                    + "|(?<!\\d)\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}(?!\\d)|(?<!\\d)20\\d{2}[-./](?:0?[1-9]|1[0-2])(?![\\d.])"
                    + "|\\d{1,2}月?[-—–~至到]{1,2}\\d{1,2}月份?|\\d{1,2}月(?:\\d{1,2}[日号]|份|底|末|初)?"
                    + "|" + Periods.SPELT + "月?[-—–~至到]{1,2}" + Periods.SPELT + "月份?|" + Periods.SPELT + "月(?:" + SPELT
                    + "{1,3}[日号]|份|底|末|初)?|\\d{1,2}[:]\\d{2}"
                    + "|\\((?:19|20)\\d{2}\\)第?\\d+号|(?<![\\d,.])\\d+号(?:文|令|公告|通知)?"
                    + "|^\\s*\\(?[\\d一二三四五六七八九十]{1,3}\\)[、.]?|^\\s*[\\d一二三四五六七八九十]{1,3}[、.](?!\\d)|\\([\\d一二三四五六七八九十]{1,2}\\)|(?<=[;。:])\\s*\\d{1,2}[.、](?!\\d)"
                    + "|第(?:\\d+|" + SPELT + "+)[条款项章节编届次期批号个季位名]?"
                    + "|\\d{3,4}-\\d{7,8}|(?<!\\d)1[3-9]\\d{9}(?!\\d)|(?<![\\d.])\\d{5}(?=热线|平台|便民|举报)"
                    + "|" + SPELT + "+届" + SPELT
                    + "+[中次]?全?会?|[“\"']\\d{1,2}[.·]\\d{1,2}[”\"']|\\d{1,2}[.·]\\d{1,2}(?=[^\\d,;。]{0,8}(?:日|周|月|活动|消费者|宪法))"
                    + "|[一二三四五六七八九]是(?!否)|其[一二三四五六七八九]|" + SPELT + "+个?(?:必须|坚持|维护|意识|自信|确保|结合|覆盖|落实|到位|统一|不准)"
                    + "|[a-z]+[-]?\\d+|(?:文明|安全|平安)?[一二三四五六七八九]五(?=普法|规划|期间|时期)|十[三四五六]五|一[把站对键票线]|一方面|一定|一些|一种|一系列|一律|一直|一步|一致|一般|一度|一体|一线|一次性|第一|统一|进一步|唯一|一年|一月|一季度|二季度|三季度|四季度|双随机|三重一大|一案三书|一村一|一岗双责|九小|万元户|千方百计|万无一失|百姓|万家|千家|四道|三公");

    private Uncounted() {}

    /** The text with blanks of the same length. */
    static String of(String folded) {
        StringBuilder masked = new StringBuilder(folded);
        Matcher matcher = NO_COUNT.matcher(folded);
        while (matcher.find()) {
            for (int i = matcher.start(); i < matcher.end(); i++) {
                masked.setCharAt(i, BLANK);
            }
        }
        return masked.toString();
    }
}
