package org.huizong.sound;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Names and numbers of people and firms, as they are given out. */
final class People {
    private static final List<String> SURNAMES =
            List.of("王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "林", "郭", "何", "高", "罗");
    private static final List<String> GIVEN =
            List.of("建国", "秀英", "伟", "芳", "德贵", "小兰", "志强", "丽", "永福", "桂花", "明", "晓东", "春梅", "国栋", "玉珍", "海");
    private static final int[] CITIZEN_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CITIZEN_CHECKS = "10X98765432";
    private static final String CREDIT_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final Chance chance;

    People(Chance chance) {
        this.chance = chance;
    }

    /** Somebody's name. */
    String name() {
        return chance.pick(SURNAMES) + chance.pick(GIVEN);
    }

    /** A firm's name. */
    String firm() {
        return "青溪镇" + chance.pick(List.of("顺达", "兴旺", "永昌", "恒源", "鑫茂", "福临", "金穗", "天和")) + chance.whole(1, 99)
                + chance.pick(List.of("建材厂", "商贸有限公司", "食品店", "客运公司"));
    }

    /** A citizen's number, GB 11643. */
    String citizen() {
        LocalDate born = LocalDate.of(chance.whole(1950, 2004), 1, 1).plusDays(chance.whole(0, 364));
        String number = "51019" + chance.whole(1, 9) + DateTimeFormatter.BASIC_ISO_DATE.format(born)
                + String.format(java.util.Locale.ROOT, "%03d", chance.whole(0, 999));
        int sum = 0;
        for (int i = 0; i < CITIZEN_WEIGHTS.length; i++) {
            sum += CITIZEN_WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return number + CITIZEN_CHECKS.charAt(sum % 11);
    }

    /** A firm's code, GB 32100. */
    String credit() {
        StringBuilder code = new StringBuilder("91510190MA");
        while (code.length() < 17) {
            code.append(CREDIT_DIGITS.charAt(chance.whole(0, CREDIT_DIGITS.length() - 1)));
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += weight * CREDIT_DIGITS.indexOf(code.charAt(i));
            weight = weight * 3 % 31;
        }
        return code.append(CREDIT_DIGITS.charAt((31 - sum % 31) % 31)).toString();
    }

    /** A mobile telephone. */
    String phone() {
        return "13" + chance.whole(100_000_000, 999_999_999);
    }
}
