package io.tradetracker.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.Timeframe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose bytes, marks or widths are wrong. */
final class DamagedFilesTest {
    private static final Instrument US500 = Instrument.of("US500");
    private static final String HEADER = "time,open,high,low,close,volume,note\n";

    @TempDir
    Path folder;

    private CandleSeries read(byte[] bytes) throws IOException {
        return CandleCsv.read(Files.write(folder.resolve("x.csv"), bytes), US500, Timeframe.D1);
    }

    private String refusal(byte[] bytes) {
        TradeTrackerException refused = catchThrowableOfType(TradeTrackerException.class, () -> read(bytes));
        return String.valueOf(refused.getMessage());
    }

    private String refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String lines(int count) {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            Instant day = Instant.parse("1990-01-01T00:00:00Z").plus(i, ChronoUnit.DAYS);
            text.append(day)
                    .append(",1,4,0.5,2,")
                    .append(random.nextInt(1_000_000))
                    .append(",x\n");
        }
        return text.toString();
    }

    @Test
    void namesEveryLineThatIsNoUtf8() {
        byte[] bytes = (HEADER + lines(5_000)).getBytes(StandardCharsets.ISO_8859_1);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int line : new int[] {3, 4_000}) {
            int end = 0;
            for (int i = 0; i < line; i++) {
                end = text.indexOf('\n', end + 1);
            }
            bytes[end - 1] = (byte) 0xe4;
        }

        assertThat(refusal(bytes))
                .contains("2 lines cannot be used")
                .contains("line 3: has bytes that are no UTF-8 text; save the file as CSV in UTF-8 (NOT_TEXT)")
                .contains("line 4000: has bytes");
    }

    @Test
    void namesTheLineWhereAGzipBreaksOff() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write((HEADER + lines(20_000)).getBytes(StandardCharsets.UTF_8));
        }
        byte[] half = Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2);

        String message = refusal(half);

        assertThat(message).contains("the file cannot be read from here on (").contains("; fetch it again");
        int line = Integer.parseInt(message.replaceAll("(?s).*line (\\d+): the file.*", "$1"));
        assertThat(line).isBetween(8_000, 12_000);
        assertThat(message.lines()).hasSize(2);
    }

    @Test
    void letsAColumnThatNobodyNeedsHoldLongText() throws IOException {
        String note = "n".repeat(200_000);

        assertThat(read((HEADER + "2013-01-02,1,4,0.5,2,10," + note + "\n").getBytes(StandardCharsets.UTF_8))
                        .size())
                .isOne();
    }

    @Test
    void saysWhatIsWrongWithQuotationMarks() {
        String row = "2013-01-02,1,4,0.5,2,10,x\n";

        assertThat(refusal(HEADER + row + "2013-01-03,1,4,1,2,10,\"x\n" + lines(3)))
                .contains("line 3: has a quotation mark that is not closed; close or remove it");
        assertThat(refusal(HEADER + row + "2013-01-03,1,4,1,\"2,10,x\n2013-01-04,1,4,1,\"2,10,x\n"))
                .contains("line 3: has a quotation mark that is not closed, or text after a closing one");
        assertThat(refusal(HEADER + row + "2013-01-03,1,4,1,\"2,10,x\n2013-01-04,1,4,1,2,10\",x\n"))
                .contains("line 3: has a quotation mark that is not closed; close or remove it");
        assertThat(refusal(HEADER + row + "2013-01-03,1,4,1,2,10,\"" + lines(50_000)))
                .contains("line 3: has a field of more than 1048576 characters: a quotation mark that is not closed");
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), HEADER + lines(20_000));
        List<Long> read = new ArrayList<>();

        CandleCsv.check(file, Timeframe.D1, (done, total) -> {
            assertThat(total).isEqualTo(file.toFile().length());
            read.add(done);
        });

        assertThat(read)
                .isSorted()
                .hasSizeGreaterThan(10)
                .last()
                .isEqualTo(file.toFile().length());
    }

    @Test
    void endsWhenItsThreadIsInterrupted() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), HEADER + lines(10));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> CandleCsv.read(file, US500, Timeframe.D1))
                    .hasMessageContaining("the reading was interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void endsWhenItsListenerThrows() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), HEADER + lines(20_000));

        assertThatThrownBy(() -> CandleCsv.read(file, US500, Timeframe.D1, (done, total) -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
    }
}
