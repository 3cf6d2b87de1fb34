package org.huizong.spreadsheet.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            石桥村|石桥村
            民政/社保|民政_社保
            ..|_
            ../../etc|__.._etc
            a\\b:c*d?e"f<g>h|a_b_c_d_e_f_g_h
            第一所...|第一所_
            CON|_CON
            nul.表|_nul.表
            Com1|_Com1
            Console|Console
            """)
    void isOneThatAnySystemTakes(String text, String name) {
        assertThat(FileName.safe(text)).isEqualTo(name);
    }

    @Test
    void isCutToWhatAFileSystemTakes() {
        assertThat(FileName.safe("长".repeat(300)).getBytes(StandardCharsets.UTF_8))
                .hasSize(198);
    }
}
