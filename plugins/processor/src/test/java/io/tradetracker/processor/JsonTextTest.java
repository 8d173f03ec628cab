package io.tradetracker.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonTextTest {
    @Test
    void escapesWhatJsonCannotHold() {
        assertThat(JsonText.write("a\"b\\c\nd\u0000\u007fé\uD83D\uDE00/"))
                .isEqualTo("\"a\\\"b\\\\c\\u000ad\\u0000\\u007f\\u00e9\\ud83d\\ude00/\"\n");
    }

    @Test
    void writesEmptyAndNestedValues() {
        assertThat(JsonText.write(Map.of("list", List.of(1, List.of()))))
                .isEqualTo("{\n  \"list\": [\n    1,\n    []\n  ]\n}\n");
    }
}
