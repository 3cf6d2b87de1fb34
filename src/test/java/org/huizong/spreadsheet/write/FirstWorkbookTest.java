package org.huizong.spreadsheet.write;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class FirstWorkbookTest {
    @Test
    void isWrittenToItsEnd() {
        assertThatCode(FirstWorkbook::write).doesNotThrowAnyException();
    }
}
