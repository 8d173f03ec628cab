package io.tradetracker.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Print;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrintCsvTest {
    private static final InstrumentId BTC = InstrumentId.of("BTC/USD");

    private static Stream<Print> stream(String text) {
        return PrintCsv.stream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "p.csv", BTC);
    }

    private static List<Print> read(String lines) {
        try (Stream<Print> prints = stream("time,price,size\n" + lines)) {
            return prints.toList();
        }
    }

    @Test
    void streamsPrintsThatShareATime() {
        List<Print> prints = read("2013-11-25T00:00:13.5Z,800.05,0.25\n2013-11-25T00:00:13.5Z,800,0\n");

        Instant time = Instant.parse("2013-11-25T00:00:13.500Z");
        assertThat(prints).containsExactly(new Print(BTC, time, 800.05, 0.25), new Print(BTC, time, 800, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            UNSORTED         | 2013-11-25T00:00:12Z,800,1 | is before the print above
            NEGATIVE_VOLUME  | 2013-11-25T00:00:13Z,800,-1 | size -1 is below zero
            MALFORMED_NUMBER | 2013-11-25T00:00:13Z,cheap,1 | price 'cheap' is no number
            NOT_FINITE       | 2013-11-25T00:00:13Z,NaN,1 | price is NaN
            MISSING_FIELD    | 2013-11-25T00:00:13Z,800 | has 2 fields, but the header has 3
            MIXED_TIME       | 1385337613,800,1 | use one kind in a file
            """)
    void stopsAtTheFirstBadLineAndNamesIt(DataError code, String line, String message) {
        assertThatThrownBy(() -> read("2013-11-25T00:00:13Z,800,1\n" + line + "\n"))
                .isInstanceOfSatisfying(
                        TradeTrackerException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageStartingWith("p.csv line 3: ")
                .hasMessageContaining(message);
    }

    @Test
    void refusesAFileWithoutPrintsOrHeader() {
        assertThatThrownBy(() -> read("")).hasMessage("p.csv has a header but no prints below it");
        assertThatThrownBy(() -> stream("time,price\n")).hasMessageContaining("the header lacks size");
        assertThatThrownBy(() -> stream("")).hasMessageContaining("p.csv is empty");
    }

    @Test
    void closesItsInputWithTheStream() {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream in =
                new ByteArrayInputStream("time,price,size\n2013-11-25,1,1\n".getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public void close() {
                        closed.set(true);
                    }
                };

        PrintCsv.stream(in, "p.csv", BTC).close();

        assertThat(closed).isTrue();
    }
}
