package org.huizong.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huizong.catalogue.Catalogue;
import org.huizong.catalogue.CatalogueLoader;
import org.huizong.catalogue.Item;
import org.huizong.catalogue.ItemType;
import org.huizong.catalogue.Return;
import org.huizong.catalogue.Rule;
import org.huizong.model.Severity;
import org.huizong.model.Value;
import org.huizong.wording.Lang;
import org.huizong.wording.MessageBundle;
import org.huizong.wording.Wording;

/** Writes docs/rules.md and docs/en/rules.md: every rule of the built-in catalogue with a filling of each outcome, and every finding besides. */
final class RulesPage {
    private static final String CHINESE = """
            # 审核规则一览

            内置目录表的每一条审核关系和程序自带的每一项检查，供填报单位和汇总单位查阅。本页由 `RulesPageTest` 根据 rules.csv、程序的提示语和 rule-cases.csv 生成，并保证与它们一致。`…` 代表提示里写出的数、日期或个数。审核关系怎样写，见 [catalogue.md](catalogue.md)。

            “例”取自程序自己的测试：照左边填的通过，照右边填的查出。“错误”退回，改正后重报；“核实”收下，要在说明格里写明原因，数填错了的改正重报，日期照实填写；“提示”不退回，也不用说明。
            """;
    private static final String ENGLISH = """
            # Every rule

            Every rule of the built-in catalogue and every built-in finding, for the offices that fill in and check the returns. Made by `RulesPageTest` from rules.csv, the sentences of the program and rule-cases.csv, and held to them by it. `…` stands for a figure, a day or a number that the finding names. How rules are written: [catalogue.md](catalogue.md).

            The examples are those of the program's own tests: a return filled in like the first passes, one like the second is found. An error goes back, to be corrected and sent again; a query is accepted, and its reason has to be written into the cell for explanations (a wrong figure is corrected and sent again, a day is given as it was); a notice asks for nothing.
            """;
    private static final Pattern PLACE = Pattern.compile("\\{([^{}|]+)(?:\\|[^{}|]*\\|([^{}|]*))?}");
    private static final Pattern PREFIX = Pattern.compile("^(?:prior|ytd|year_ago|other)\\.");

    private static final Set<String> DAYS = Set.of("period_start", "period_end", "as_of");

    private final Catalogue catalogue = CatalogueLoader.builtIn();
    private final Wording wording;
    private final Properties sentences;
    private final Map<String, List<RuleCases.Case>> cases =
            RuleCases.all().collect(Collectors.groupingBy(RuleCases.Case::rule));

    /** The page in a language, with the sentences of its bundle. */
    RulesPage(Lang lang, Properties sentences) {
        this.wording = new Wording(new MessageBundle(lang), catalogue);
        this.sentences = sentences;
    }

    /** The whole page. */
    String text(Map<String, Severity> builtIn) {
        StringBuilder page = new StringBuilder(in(CHINESE, ENGLISH));
        Map<String, List<Rule>> byForm = new LinkedHashMap<>();
        catalogue.returns().stream().map(Return::code).forEach(f -> byForm.put(f, new ArrayList<>()));
        List<Rule> across = new ArrayList<>();
        for (Rule rule : catalogue.rules()) {
            boolean isAcross = rule.scope() == Rule.Scope.UNIT || rule.scope() == Rule.Scope.TOWNSHIP;
            (isAcross ? across : byForm.getOrDefault(form(rule), across)).add(rule);
        }
        byForm.forEach((form, rules) -> table(
                page,
                catalogue.form(form, catalogue.newest()).map(wording::label).orElse(form),
                rules));
        table(page, in("报表之间", "Between returns"), across);
        page.append(in("\n## 不在规则表里的检查\n", "\n## Checks that are in no table of rules\n"));
        head(page, in("编号 | 轻重 | 查出时说 | 要做什么", "id | severity | what is said"));
        builtIn.forEach((id, severity) -> builtIn(page, id, severity));
        return page.toString();
    }

    private String form(Rule rule) {
        return catalogue.formula(rule.formula()).operands().stream()
                .map(o -> PREFIX.matcher(o).replaceFirst(""))
                .flatMap(o -> catalogue.item(o).stream())
                .map(Item::form)
                .findFirst()
                .orElse("");
    }

    private void table(StringBuilder page, String title, List<Rule> rules) {
        if (rules.isEmpty()) {
            return;
        }
        page.append("\n## ").append(title).append('\n');
        head(
                page,
                in(
                        "编号 | 轻重 | 查出时说 | 要做什么 | 依据 | 通过的例 | 查出的例 | 起止",
                        "id | severity | what is said | basis | passes | is found | valid"));
        for (Rule rule : rules) {
            row(
                    page,
                    Stream.of(
                            Stream.of(rule.id(), severity(rule.severity())),
                            sentence(message(in(rule.message(), rule.messageEn()))),
                            Stream.of(rule.basis(), example(rule, "passed"), example(rule, "failed"), span(rule))));
        }
    }

    /** What is found and what is to be done about it: apart in Chinese, where what is to be done begins with 请. */
    private Stream<String> sentence(String sentence) {
        return wording.isChinese() ? Stream.of(said(sentence), asked(sentence)) : Stream.of(sentence);
    }

    private String in(String chinese, String english) {
        return wording.isChinese() ? chinese : english;
    }

    private String span(Rule rule) {
        String from = rule.validity().from().map(Object::toString).orElse("");
        String until = rule.validity().until().map(Object::toString).orElse("");
        return from.isEmpty() && until.isEmpty() ? "" : from + in(" 至 ", " to ") + until;
    }

    private String severity(Severity severity) {
        return wording.text("severity." + severity.name().toLowerCase(Locale.ROOT));
    }

    /** A sentence of a rule without its values: what is a label stays one. */
    private String message(String message) {
        return replaced(
                message,
                place -> place.endsWith(":label")
                        ? wording.label(place.substring(0, place.length() - ":label".length()))
                        : "…");
    }

    private static String replaced(String text, Function<String, String> by) {
        return PLACE.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(m.group(2) == null ? by.apply(m.group(1)) : m.group(2)));
    }

    private String example(Rule rule, String outcome) {
        Optional<RuleCases.Case> first = cases.getOrDefault(rule.id(), List.of()).stream()
                .filter(c -> c.outcome().equals(outcome))
                .findFirst();
        boolean isOfItsTime =
                catalogue.formula(rule.formula()).operands().stream().anyMatch(DAYS::contains);
        return first.map(c -> c.values().entrySet().stream()
                        .map(e -> wording.operand(e.getKey(), c.period()) + " " + shown(e.getKey(), e.getValue()))
                        .collect(Collectors.joining(
                                in("；", "; "), isOfItsTime ? wording.period(c.period()) + in("：", ": ") : "", "")))
                .orElseThrow(() -> new IllegalStateException(
                        rule.id() + " has no case that " + outcome + ": add a line to rule-cases.csv"));
    }

    private String shown(String name, Value value) {
        return catalogue
                .item(PREFIX.matcher(name).replaceFirst(""))
                .filter(i -> i.type() == ItemType.CHOICE)
                .map(i -> wording.choice(i.choices(), value.show()))
                .orElseGet(value::show);
    }

    private void builtIn(StringBuilder page, String id, Severity severity) {
        String sentence = replaced(
                sentences.getProperty("finding." + id, ""),
                place -> place.endsWith(":label") ? in("该项", "the item") : "…");
        row(page, Stream.of(Stream.of(id, severity(severity)), sentence(sentence)));
    }

    /** What is wrong: the part of a sentence before that which begins with 请. */
    private static String said(String sentence) {
        return sentence.substring(0, request(sentence)).replaceFirst("[,，]$", "。");
    }

    /** What is to be done: the part that begins with 请. */
    private static String asked(String sentence) {
        String asked = sentence.substring(request(sentence));
        return asked.isEmpty() ? "不用处理" : asked;
    }

    private static int request(String sentence) {
        int asks = sentence.indexOf("请");
        return asks < 0
                ? sentence.length()
                : Stream.of('。', ',', '，')
                                .mapToInt(mark -> sentence.lastIndexOf(mark, asks))
                                .max()
                                .getAsInt()
                        + 1;
    }

    private static void head(StringBuilder page, String columns) {
        page.append("\n| ").append(columns).append(" |\n|");
        page.append("---|".repeat(columns.split("\\|").length)).append('\n');
    }

    private static void row(StringBuilder page, Stream<Stream<String>> cells) {
        page.append(cells.flatMap(c -> c)
                .map(c -> c.replace("|", "\\|").strip())
                .map(c -> c.isEmpty() ? "–" : c)
                .collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
