package io.tradetracker.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class QuickstartTest {
    @Test
    void printsAReportOfTheShippedData() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Quickstart.main(new String[0]);
        } finally {
            System.setOut(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("2000-01-03T00:00:00Z to 2020-04-18T00:00:00Z, 5105 candles")
                .containsPattern("Round trips +\\d{2,}")
                .containsPattern("Sharpe ratio +-?\\d");
    }
}
