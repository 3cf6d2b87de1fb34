package org.huizong.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

/** Writes docs/rules.md: every rule of the built-in catalogue with a filling of each outcome, and every finding besides. */
final class RulesPage {
    private static final String HEAD = """
            # 审核规则一览 Every rule

            Every rule of the built-in catalogue and every built-in finding, for the offices that fill in and check the returns, and so in Chinese. Made by `RulesPageTest` from rules.csv, the sentences of the program and rule-cases.csv, and held to them by it. `…` stands for a figure, a day or a number that the finding names. How rules are written: [catalogue.md](catalogue.md).

            “例”取自程序自己的测试:照左边填的通过,照右边填的查出。“错误”退回,改正后重报;“核实”收下,要在说明格里写明原因,数填错了的改正重报,日期照实填写;“提示”不退回,也不用说明。
            """;
    private static final String COLUMNS = """

            | 编号 | 轻重 | 查出时说 | 要做什么 | 依据 | 通过的例 | 查出的例 | 起止 |
            |---|---|---|---|---|---|---|---|
            """;
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");
    private static final Pattern PREFIX = Pattern.compile("^(?:prior|ytd|year_ago|other)\\.");

    private static final Set<String> DAYS = Set.of("period_start", "period_end", "as_of");

    private final Catalogue catalogue = CatalogueLoader.builtIn();
    private final Wording wording = new Wording(new MessageBundle(Lang.ZH), catalogue);
    private final Properties sentences;
    private final Map<String, List<RuleCases.Case>> cases =
            RuleCases.all().collect(Collectors.groupingBy(RuleCases.Case::rule));

    /** The page in the words of that bundle. */
    RulesPage(Properties sentences) {
        this.sentences = sentences;
    }

    /** The whole page. */
    String text(Map<String, Severity> builtIn) {
        StringBuilder page = new StringBuilder(HEAD);
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
        table(page, "报表之间", across);
        page.append("\n## 不在规则表里的检查\n\n| 编号 | 轻重 | 查出时说 | 要做什么 |\n|---|---|---|---|\n");
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
        page.append("\n## ").append(title).append('\n').append(COLUMNS);
        for (Rule rule : rules) {
            row(
                    page,
                    rule.id(),
                    severity(rule.severity()),
                    said(message(rule.message())),
                    asked(message(rule.message())),
                    rule.basis(),
                    example(rule, "passed"),
                    example(rule, "failed"),
                    span(rule));
        }
    }

    private static String span(Rule rule) {
        String from = rule.validity().from().map(Object::toString).orElse("");
        String until = rule.validity().until().map(Object::toString).orElse("");
        return from.isEmpty() && until.isEmpty() ? "" : from + " 至 " + until;
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "错误";
            case QUERY -> "核实";
            case NOTICE -> "提示";
        };
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
        return PLACE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(by.apply(m.group(1))));
    }

    private String example(Rule rule, String outcome) {
        Optional<RuleCases.Case> first = cases.getOrDefault(rule.id(), List.of()).stream()
                .filter(c -> c.outcome().equals(outcome))
                .findFirst();
        boolean isOfItsTime =
                catalogue.formula(rule.formula()).operands().stream().anyMatch(DAYS::contains);
        return first.map(c -> c.values().entrySet().stream()
                        .map(e -> wording.operand(e.getKey(), c.period()) + " " + shown(e.getKey(), e.getValue()))
                        .collect(Collectors.joining(";", isOfItsTime ? wording.period(c.period()) + ":" : "", "")))
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
        String sentence =
                replaced(sentences.getProperty("finding." + id, ""), place -> place.endsWith(":label") ? "该项" : "…");
        row(page, id, severity(severity), said(sentence), asked(sentence));
    }

    /** What is wrong: the part of a sentence before that which begins with 请. */
    private static String said(String sentence) {
        return sentence.substring(0, request(sentence)).replaceFirst(",$", "。");
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
                : Math.max(sentence.lastIndexOf('。', asks), sentence.lastIndexOf(',', asks)) + 1;
    }

    private static void row(StringBuilder page, String... cells) {
        page.append(Stream.of(cells)
                .map(c -> c.replace("|", "\\|").strip())
                .map(c -> c.isEmpty() ? "–" : c)
                .collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
