package io.tradetracker.core.candles;

import static io.tradetracker.core.candles.Prices.KEY;
import static io.tradetracker.core.candles.Prices.each;
import static io.tradetracker.core.candles.Prices.minute;
import static io.tradetracker.core.candles.Prices.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.ErrorCode;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.CandleSeries;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.internal.AppendFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were cut, changed, copied, or that a disk refuses. */
final class FileCandleStoreTest {
    private static final long SEED = 20_240_304;

    private final List<TornTail> cut = new ArrayList<>();

    @TempDir
    private Path folder;

    private FileCandleStore open() {
        return FileCandleStore.open(folder, cut::add);
    }

    /** Three windows; {@return how long the file is after each} */
    private List<Integer> writeThree() throws IOException {
        List<Integer> ends = new ArrayList<>();
        try (CandleStore store = open()) {
            for (int i = 0; i < 3; i++) {
                store.write(KEY, minutes(10 * i, 10 * i + 10), each(10 * i, 10 * i + 10));
                ends.add((int) Files.size(file()));
            }
        }
        return ends;
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(".candles"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call, String... words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TradeTrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code))
                .hasMessageContainingAll(words);
    }

    @Test
    void forgetsALastBlockThatWasCutAtAnyByteAndGoesOn() throws IOException {
        List<Integer> ends = writeThree();
        byte[] whole = Files.readAllBytes(file());

        for (int length = ends.get(1) + 1; length < ends.get(2); length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            assertHeals(length, whole, ends);
        }
    }

    private void assertHeals(int length, byte[] whole, List<Integer> ends) throws IOException {
        cut.clear();
        try (CandleStore store = open()) {
            assertThat(store.covered(KEY)).as("cut at %s", length).isEqualTo(Coverage.of(List.of(minutes(0, 20))));
            assertThat(store.read(KEY, minute(0), minute(20))).isEqualTo(each(0, 20));
            assertThat(cut).as("reading changes nothing").isEmpty();

            store.write(KEY, minutes(20, 30), each(20, 30));

            assertThat(cut).hasSize(1);
            assertThat(cut.getFirst().bytes()).isEqualTo(length - ends.get(1));
            assertThat(Files.readAllBytes(cut.getFirst().kept()))
                    .isEqualTo(Arrays.copyOfRange(whole, ends.get(1), length));
            assertThat(store.read(KEY, minute(0), minute(30))).isEqualTo(each(0, 30));
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(whole);
        Files.delete(cut.getFirst().kept());
    }

    @Test
    void beginsAgainWhenTheFirstWriteWasCutAtAnyByte() throws IOException {
        int first = writeThree().getFirst();
        byte[] whole = Files.readAllBytes(file());
        SplittableRandom random = new SplittableRandom(SEED);

        for (int length : random.ints(60, 0, first).toArray()) {
            Files.write(file(), Arrays.copyOf(whole, length));
            try (CandleStore store = open()) {
                assertThat(store.list()).as("seed %s, cut at %s", SEED, length).isEmpty();
                store.write(KEY, minutes(0, 10), each(0, 10));
                assertThat(store.read(KEY, minute(0), minute(10))).isEqualTo(each(0, 10));
            }
        }
    }

    @Test
    void neverGivesAChangedByteAsACandle() throws IOException {
        writeThree();
        byte[] whole = Files.readAllBytes(file());
        SplittableRandom random = new SplittableRandom(SEED);

        for (int place : IntStream.concat(IntStream.range(0, 600), random.ints(400, 0, whole.length))
                .toArray()) {
            byte[] changed = whole.clone();
            changed[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(file(), changed);
            assertNothingWrongIsRead(place);
        }
    }

    private void assertNothingWrongIsRead(int place) {
        try (CandleStore store = open()) {
            List<CandleSeries> read = new ArrayList<>();
            assertThatThrownBy(() -> {
                        for (int from = 0; from < 30; from += 10) {
                            read.add(store.read(KEY, minute(from), minute(from + 10)));
                        }
                    })
                    .as("seed %s, byte %s", SEED, place)
                    .isInstanceOfSatisfying(
                            TradeTrackerException.class,
                            failure -> assertThat(failure.code())
                                    .isIn(CandleError.STORE_DAMAGED, CandleError.NOT_COVERED));
            for (int i = 0; i < read.size(); i++) {
                assertThat(read.get(i)).as("byte %s", place).isEqualTo(each(10L * i, 10L * i + 10));
            }
        }
    }

    @Test
    void saysWhichFileIsDamagedWhereAndHowToMendIt() throws IOException {
        List<Integer> ends = writeThree();
        byte[] changed = Files.readAllBytes(file());
        changed[ends.get(1) - 1] ^= 1;
        Files.write(file(), changed);

        try (CandleStore store = open()) {
            assertThat(store.read(KEY, minute(0), minute(10))).isEqualTo(each(0, 10));
            assertRefused(
                    CandleError.STORE_DAMAGED,
                    () -> store.read(KEY, minute(5), minute(15)),
                    file().toString(),
                    "at byte " + ends.get(0),
                    minutes(10, 20).toString(),
                    "Download that range again and replace it");

            store.replace(KEY, minutes(10, 20), each(10, 20));

            assertThat(store.read(KEY, minute(0), minute(30))).isEqualTo(each(0, 30));
        }
    }

    @Test
    void takesAChangedLastBlockForOneThatWasNotWritten() throws IOException {
        List<Integer> ends = writeThree();
        byte[] changed = Files.readAllBytes(file());
        changed[ends.get(2) - 1] ^= 1;
        Files.write(file(), changed);

        try (CandleStore store = open()) {
            assertThat(store.covered(KEY)).isEqualTo(Coverage.of(List.of(minutes(0, 20))));
            assertThat(store.list().getFirst().count()).isEqualTo(20);

            store.write(KEY, minutes(20, 30), each(20, 30));

            assertThat(store.read(KEY, minute(0), minute(30))).isEqualTo(each(0, 30));
            assertThat(cut).extracting(TornTail::bytes).containsExactly((long) ends.get(2) - ends.get(1));
        }
    }

    @Test
    void changesNothingWhenAHeadBeforeOthersIsDamaged() throws IOException {
        List<Integer> ends = writeThree();
        byte[] changed = Files.readAllBytes(file());
        changed[ends.get(0) + 26] ^= 1;
        Files.write(file(), changed);

        try (CandleStore store = open()) {
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> store.covered(KEY),
                    store::list,
                    () -> store.read(KEY, minute(0), minute(1)),
                    () -> store.write(KEY, minutes(30, 31), each(30, 31)))) {
                assertRefused(
                        CandleError.STORE_DAMAGED,
                        call,
                        file().toString(),
                        "at byte " + ends.get(0),
                        "Put back a copy");
            }
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(changed);
        assertThat(cut).isEmpty();
    }

    @Test
    void refusesAFileUnderAnotherName() throws IOException {
        writeThree();
        Path copy = Files.copy(file(), folder.resolve("copy.candles"));

        try (CandleStore store = open()) {
            assertRefused(CandleError.STORE_DAMAGED, store::list, copy.toString(), "must keep their names");
        }
        Files.delete(copy);
        try (CandleStore store = open()) {
            CandleKey bid = KEY.withSide(PriceSide.BID);
            store.write(bid, minutes(0, 1), each(0, 1));
            List<Path> files;
            try (Stream<Path> all = Files.list(folder)) {
                files = all.filter(each -> each.toString().endsWith(".candles"))
                        .sorted()
                        .toList();
            }
            Files.copy(files.get(1), files.get(0), StandardCopyOption.REPLACE_EXISTING);
        }
        try (CandleStore store = open()) {
            assertRefused(
                    CandleError.STORE_DAMAGED,
                    () -> store.read(KEY.withSide(PriceSide.BID), minute(0), minute(1)),
                    "holds the candles of test BTC/USD M1 LAST and not of test BTC/USD M1 BID");
        }
    }

    @Test
    void hasOneWriterAndManyReaders() {
        try (CandleStore other = open()) {
            try (CandleStore writer = open()) {
                writer.write(KEY, minutes(0, 5), each(0, 5));

                assertThat(other.read(KEY, minute(0), minute(5))).isEqualTo(each(0, 5));
                assertRefused(
                        CoreError.ANOTHER_WRITER,
                        () -> other.write(KEY, minutes(5, 6), each(5, 6)),
                        folder.toString(),
                        "another store of this process");

                writer.write(KEY, minutes(5, 9), each(5, 9));
                assertThat(other.read(KEY, minute(0), minute(9))).isEqualTo(each(0, 9));
            }
            other.write(KEY, minutes(9, 10), each(9, 10));
            assertThat(other.read(KEY, minute(0), minute(10))).isEqualTo(each(0, 10));
        }
    }

    @Test
    void writesOnAfterAFullDisk() {
        SmallDisk disk = new SmallDisk();
        try (CandleStore store = FileCandleStore.open(folder, disk, cut::add)) {
            store.write(KEY, minutes(0, 5), each(0, 5));
            disk.room = 100;

            assertRefused(
                    CandleError.STORE_FAILED,
                    () -> store.write(KEY, minutes(5, 10), each(5, 10)),
                    "No space left on device",
                    "Make room");
            assertThat(store.read(KEY, minute(0), minute(5))).isEqualTo(each(0, 5));
            assertThat(store.covered(KEY)).isEqualTo(Coverage.of(List.of(minutes(0, 5))));

            disk.room = Long.MAX_VALUE;
            store.write(KEY, minutes(5, 10), each(5, 10));
            assertThat(store.read(KEY, minute(0), minute(10))).isEqualTo(each(0, 10));
            assertThat(cut).hasSize(1);
        }
    }

    @Test
    void namesAFolderThatCannotBeMade() throws IOException {
        Path taken = Files.createFile(folder.resolve("taken"));

        assertRefused(CandleError.STORE_FAILED, () -> FileCandleStore.open(taken), taken.toString());
    }

    /** A disk that gets full. */
    private static final class SmallDisk implements AppendFile.Opener {
        private long room = Long.MAX_VALUE;

        @Override
        public AppendFile open(Path path) throws IOException {
            AppendFile file = AppendFile.onDisk(path);
            return new AppendFile() {
                @Override
                public long size() throws IOException {
                    return file.size();
                }

                @Override
                public void write(ByteBuffer bytes, long position) throws IOException {
                    int fits = (int) Math.min(room, bytes.remaining());
                    boolean full = fits < bytes.remaining();
                    file.write(bytes.slice(bytes.position(), fits), position);
                    if (full) {
                        throw new IOException("No space left on device");
                    }
                }

                @Override
                public void force() throws IOException {
                    file.force();
                }

                @Override
                public void truncate(long size) throws IOException {
                    file.truncate(size);
                }

                @Override
                public void close() throws IOException {
                    file.close();
                }
            };
        }
    }
}
