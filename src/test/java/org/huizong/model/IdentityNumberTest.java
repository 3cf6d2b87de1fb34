package org.huizong.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumberTest {
    @Test
    void acceptsTheNumbersOfTheStandards() {
        assertThat(IdentityNumber.isCitizen("11010519491231002X")).isTrue();
        assertThat(IdentityNumber.isCredit("91350100M000100Y43")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021", // another check digit
                "11010519491331002X", // a thirteenth month
                "1101051949123100X", // a digit short
                "110105194912310000" // as Excel leaves it when it was a number
            })
    void refusesACitizensNumberThatCannotBe(String number) {
        assertThat(IdentityNumber.isCitizen(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y44", // another check digit
                "91350100O000100Y43", // a letter that no code has
                "91350100M000100Y4" // a digit short
            })
    void doubtsACreditCodeThatFailsItsCheck(String code) {
        assertThat(IdentityNumber.isCredit(code)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "510197690627363, true",
        "510197250106123, false",
        "510197691327363, false",
        "990197690627363, false",
        "51019769062736X, false",
        "5101976906273, false"
    })
    void knowsACitizensNumberOfTheLastCentury(String number, boolean known) {
        assertThat(IdentityNumber.isOldCitizen(number)).isEqualTo(known);
    }
}
