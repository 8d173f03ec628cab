package io.tradetracker.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CandleCsvTest {
    private static final String HEADER = "time,open,high,low,close,volume\n";
    private static final Instrument US500 = Instrument.of("US500");
    private static final String GOOD = "2013-01-02T00:00:00Z,1,4,0.5,2,10\n";

    @TempDir
    Path folder;

    private static CandleSeries read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static CandleSeries read(byte[] bytes) {
        return CandleCsv.read(new ByteArrayInputStream(bytes), "x.csv", US500, Timeframe.D1);
    }

    private static TradeTrackerException refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static TradeTrackerException refusal(byte[] bytes) {
        return catchThrowableOfType(TradeTrackerException.class, () -> read(bytes));
    }

    @Test
    void readsEveryColumn() {
        CandleSeries candles = read(HEADER + GOOD + "2013-01-03T00:00:00Z,-2,3e0,-4,+1.5,0\n");

        assertThat(candles.size()).isEqualTo(2);
        assertThat(candles.candle(1).toString())
                .isEqualTo("Candle[time=2013-01-03T00:00:00Z, open=-2.0, high=3.0, low=-4.0, close=1.5, volume=0.0]");
    }

    @Test
    void readsColumnsInAnyOrderAndCaseAndIgnoresOthers() {
        CandleSeries candles = read("Close, VOLUME,note,low,high,open,Time\n2,10,hello,0.5,4,1,2013-01-02\n");

        assertThat(candles).isEqualTo(read(HEADER + GOOD));
    }

    @Test
    void toleratesByteOrderMarkCarriageReturnsQuotesSpacesAndEmptyLines() {
        CandleSeries candles =
                read("\uFEFF\"time\",open,high,low,close,volume\r\n\r\n2013-01-02, 1 ,4,\"0.5\",2,10\r\n\r\n");

        assertThat(candles).isEqualTo(read(HEADER + GOOD));
    }

    @Test
    void readsGzipWhateverTheFileIsCalled() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write((HEADER + GOOD).getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("plain.csv"), zipped.toByteArray());

        assertThat(CandleCsv.read(file, US500, Timeframe.D1)).isEqualTo(read(HEADER + GOOD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2013-01-02",
                "2013-01-02T00:00:00Z",
                "2013-01-02T00:00:00.000Z",
                "2013-01-02T00:00Z",
                "2013-01-02T02:00:00+02:00",
                "2013-01-01T19:00:00-05:00",
                "2013-01-02 00:00:00Z",
                "2013-01-02 02:00:00+02:00",
                "1357084800",
                "1357084800000"
            })
    void readsEveryFormOfTime(String time) {
        assertThat(read(HEADER + time + ",1,4,0.5,2,10\n").time(0)).isEqualTo(Instant.parse("2013-01-02T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            MALFORMED_NUMBER | 2013-01-03,abc,4,1,2,10           | open 'abc' is no number
            MALFORMED_NUMBER | 2013-01-03,1,4,1,0x10,10          | close '0x10' is no number
            MALFORMED_NUMBER | 2013-01-03,1,4,1,2d,10            | close '2d' is no number
            MALFORMED_NUMBER | 2013-01-03,1,4,1,"1,469.25",10    | close '1,469.25' is no number
            NOT_FINITE       | 2013-01-03,NaN,4,1,2,10           | open is NaN
            NOT_FINITE       | 2013-01-03,1,-Infinity,1,2,10     | high is -Infinity
            NOT_FINITE       | 2013-01-03,1,4,1,2,1e999          | volume '1e999' is too large
            MISSING_FIELD    | 2013-01-03,1,4,1,2                | has 5 fields, but the header has 6
            MISSING_FIELD    | 2013-01-03,1,4,,2,10              | low is empty
            EXTRA_FIELD      | 2013-01-03,1,469.25,4,1,2,10      | has 7 fields, but the header has 6
            NEGATIVE_VOLUME  | 2013-01-03,1,4,1,2,-1             | volume -1 is below zero
            BROKEN_RANGE     | 2013-01-03,1,1,4,2,10             | high 1 is below low 4
            BROKEN_RANGE     | 2013-01-03,5,4,1,2,10             | high 4 and low 1 do not enclose open 5 and close 2
            BROKEN_RANGE     | 2013-01-03,3,5,4,4.5,10           | high 5 and low 4 do not enclose open 3 and close 4.5
            UNSORTED         | 2013-01-01,1,4,1,2,10             | is before the candle above, 2013-01-02T00:00:00Z
            DUPLICATE_TIME   | 2013-01-02,1,4,1,2,10             | has the time of the candle above
            MISALIGNED_TIME  | 2013-01-03T14:30:00Z,1,4,1,2,10   | no open time of a D1 candle
            MALFORMED_TIME   | 2013-01-03T00:00:00,1,4,1,2,10    | has no zone; for UTC add Z
            MALFORMED_TIME   | 2013-01-03 00:00:00,1,4,1,2,10    | has no zone; for UTC add Z
            MALFORMED_TIME   | 1357171200.5,1,4,1,2,10           | has a fraction; write whole seconds or milliseconds
            MALFORMED_TIME   | 2013-02-30,1,4,1,2,10             | '2013-02-30' is no time
            MALFORMED_TIME   | 03/01/2013,1,4,1,2,10             | is no time
            MALFORMED_TIME   | 20130103,1,4,1,2,10               | looks like a date
            MALFORMED_TIME   | 99999999999999999999,1,4,1,2,10   | is too far away
            MALFORMED_TIME   | +999999-01-03T00:00:00Z,1,4,1,2,1 | is too far away
            MIXED_TIME       | 1357171200,1,4,1,2,10             | but the lines above have ISO-8601
            """)
    void namesTheLineAndTheFaultOfEveryBadLine(DataError code, String line, String message) {
        TradeTrackerException refused = refusal(HEADER + GOOD + line + "\n");

        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused)
                .hasMessageStartingWith("x.csv: ")
                .hasMessageContaining("line 3: ")
                .hasMessageContaining(message);
    }

    @Test
    void tellsSecondsFromMilliseconds() {
        assertThat(refusal(HEADER + "1357084800,1,4,1,2,10\n1357171200000,1,4,1,2,10\n"))
                .hasMessageContaining("line 3: time '1357171200000' is milliseconds since 1970, but the lines above");
    }

    @Test
    void readsMillisecondsAcross1970() {
        CandleSeries candles =
                read(HEADER + "-157766400000,1,4,1,2,10\n-86400000,1,4,1,2,10\n0,1,4,1,2,10\n86400000,1,4,1,2,10\n");

        assertThat(candles.time(0)).isEqualTo(Instant.parse("1965-01-01T00:00:00Z"));
        assertThat(candles.time(3)).isEqualTo(Instant.parse("1970-01-02T00:00:00Z"));
    }

    @Test
    void listsTheFirstTenBadLinesAndCountsAll() {
        TradeTrackerException refused = refusal(HEADER + GOOD + "x\n".repeat(12));

        assertThat(refused)
                .hasMessageStartingWith("x.csv: 12 lines cannot be used, so nothing was read; the first 10:");
        assertThat(refused.getMessage().lines()).hasSize(11).last().asString().contains("line 12: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            time,open,high,low,close              | lacks volume
            date,open,high,low,close,volume       | lacks time (rename date to time); it must
            time;open;high;low;close;volume       | separated by commas
            time,open,open,high,low,close,volume  | names open twice
            2013-01-02,1,4,1,2,10                 | there is no header; put this line first: time,open,high,low,close
            Date,open,high,low,close,Vol          | lacks time, volume (rename date to time) (rename vol to volume)
            """)
    void saysWhatTheHeaderLacks(String header, String message) {
        TradeTrackerException refused = refusal(header + "\n" + GOOD);

        assertThat(refused.code()).isEqualTo(DataError.WRONG_HEADER);
        assertThat(refused).hasMessageStartingWith("x.csv line 1: ").hasMessageContaining(message);
    }

    @Nested
    class WhenTheFileIsNoCsv {
        @Test
        void refusesAnEmptyFile() {
            assertThat(refusal("").code()).isEqualTo(DataError.EMPTY_FILE);
            assertThat(refusal("\n\n\r\n").code()).isEqualTo(DataError.EMPTY_FILE);
        }

        @Test
        void refusesAHeaderWithoutCandles() {
            assertThat(refusal(HEADER)).hasMessage("x.csv has a header but no candles below it");
        }

        @Test
        void refusesABinaryFile() {
            byte[] garbage = new byte[50_000];
            new Random(7).nextBytes(garbage);

            assertThat(refusal(garbage).code()).isEqualTo(DataError.NOT_TEXT);
        }

        @Test
        void refusesZerosWithoutPrintingThem() {
            assertThat(refusal(new byte[100]).code()).isEqualTo(DataError.WRONG_HEADER);
            assertThat(refusal(new byte[100]).getMessage()).doesNotContain("\0");
            assertThat(refusal(new byte[2_000_000]).code()).isEqualTo(DataError.BROKEN_LINE);
        }

        @Test
        void refusesAnEndlessLineAfterGoodOnes() {
            TradeTrackerException refused = refusal(HEADER + GOOD + "9".repeat(2_000_000));

            assertThat(refused.code()).isEqualTo(DataError.BROKEN_LINE);
            assertThat(refused).hasMessageContaining("line 3: ");
        }

        @Test
        void refusesAnUnclosedQuotationMark() {
            assertThat(refusal(HEADER + GOOD + "\"2013-01-03,1,4,1,2,10\n")).hasMessageContaining("line 3");
            assertThat(refusal(HEADER + "\"" + GOOD.repeat(1000)).code()).isEqualTo(DataError.BROKEN_LINE);
        }

        @Test
        void refusesATruncatedGzip() throws IOException {
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
                gzip.write((HEADER + GOOD).getBytes(StandardCharsets.UTF_8));
            }
            byte[] part = Arrays.copyOf(zipped.toByteArray(), zipped.size() - 12);

            assertThat(refusal(part).code()).isEqualTo(DataError.UNREADABLE);
            assertThat(refusal(new byte[] {0x1f, (byte) 0x8b, 1}).code()).isEqualTo(DataError.UNREADABLE);
        }

        @Test
        void refusesAMissingFileAndAFolder() {
            Path missing = folder.resolve("none.csv");

            assertThatThrownBy(() -> CandleCsv.read(missing, US500, Timeframe.D1))
                    .hasMessage("there is no file " + missing + "; check the path");
            assertThatThrownBy(() -> CandleCsv.read(folder, US500, Timeframe.D1))
                    .hasMessageContaining("is a folder");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", HEADER, HEADER + GOOD, HEADER + GOOD + "x"})
    void closesItsInputWhateverHappens(String text) {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        assertThatCode(() -> CandleCsv.read(in, "x.csv", US500, Timeframe.D1))
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isNull(),
                        thrown -> assertThat(thrown).isInstanceOf(TradeTrackerException.class));
        assertThat(closed).isTrue();
    }

    @Nested
    class WhenWriting {
        @Test
        void replacesWhatALinkPointsTo() throws IOException {
            Path file = Files.writeString(folder.resolve("real.csv"), "old");
            Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);

            CandleCsv.write(read(HEADER + GOOD), link);

            assertThat(link).isSymbolicLink();
            assertThat(file).content().startsWith("time,open");
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
        void readsBackWhatItWrote(long seed) {
            CandleSeries candles = RandomCandles.series(new Random(seed), 500);
            Path file = folder.resolve("round.csv");

            CandleCsv.write(candles, file);

            assertThat(CandleCsv.read(file, candles.instrument(), candles.timeframe()))
                    .as("seed %d", seed)
                    .isEqualTo(candles);
            assertThat(folder).isDirectoryNotContaining("glob:**.part");
        }

        @Test
        void refusesAFolderAndAMissingFolder() {
            CandleSeries candles = read(HEADER + GOOD);

            assertThatThrownBy(() -> CandleCsv.write(candles, folder)).hasMessageContaining("it is a folder");
            assertThatThrownBy(() -> CandleCsv.write(candles, folder.resolve("no/x.csv")))
                    .hasMessageContaining("there is no folder " + folder.resolve("no"));
        }

        @Test
        void leavesTheOldFileWhenTheContentFails() throws IOException {
            Path file = Files.writeString(folder.resolve("kept.csv"), "old");

            assertThatThrownBy(() -> WholeFile.write(file, out -> {
                        out.write("half");
                        throw new IOException("disk full");
                    }))
                    .hasMessageContaining("disk full");
            assertThat(file).hasContent("old");
            assertThat(folder.toFile().list()).containsExactly("kept.csv");
        }
    }
}
