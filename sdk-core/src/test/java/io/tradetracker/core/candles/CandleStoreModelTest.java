package io.tradetracker.core.candles;

import static io.tradetracker.core.candles.Prices.KEY;
import static io.tradetracker.core.candles.Prices.minute;
import static io.tradetracker.core.candles.Prices.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.market.Candle;
import io.tradetracker.core.internal.AppendFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random windows, overlaps, contradictions and crashes: what is read equals what a plain map says. */
final class CandleStoreModelTest {
    private static final int MINUTES = 120;
    private static final int STEPS = 250;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void filesSayWhatAMapSaysWhateverHappens(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DyingDisk disk = new DyingDisk(random.split());
        Game game = new Game(random, disk, () -> FileCandleStore.open(folder, disk, tail -> {}));
        game.play("seed " + seed);
        assertThat(disk.deaths).as("crashes of seed %s", seed).isPositive();
    }

    @Test
    void memorySaysWhatAMapSays() {
        for (long seed = 100; seed < 110; seed++) {
            CandleStore store = new InMemoryCandleStore();
            new Game(new SplittableRandom(seed), null, () -> store).play("seed " + seed);
        }
    }

    /** One store, the map that it must equal, and what happens to both. */
    private static final class Game {
        private final NavigableMap<Long, Candle> candles = new TreeMap<>();
        private final TreeSet<Long> known = new TreeSet<>();
        private final SplittableRandom random;
        private final DyingDisk disk;
        private final Supplier<CandleStore> opener;
        private CandleStore store;
        private int refused;
        private int written;

        private Game(SplittableRandom random, DyingDisk disk, Supplier<CandleStore> opener) {
            this.random = random;
            this.disk = disk;
            this.opener = opener;
            store = opener.get();
        }

        private void play(String name) {
            for (int i = 0; i < STEPS; i++) {
                step(name + ", step " + i);
                check(name + ", step " + i);
            }
            store.close();
            assertThat(refused).as("contradictions of %s", name).isPositive();
            assertThat(written).as("windows of %s", name).isGreaterThan(20);
        }

        private void step(String name) {
            long from = random.nextInt(MINUTES);
            long to = from + 1 + random.nextInt(25);
            TreeMap<Long, Candle> window = Prices.random(random, from, to);
            boolean agrees = random.nextInt(4) > 0;
            if (agrees) {
                known.subSet(from, to).forEach(window::remove);
                window.putAll(candles.subMap(from, to));
            }
            boolean replaces = random.nextInt(6) == 0;
            boolean contradicts = !replaces
                    && known.subSet(from, to).stream()
                            .anyMatch(minute -> !Optional.ofNullable(window.get(minute))
                                    .equals(Optional.ofNullable(candles.get(minute))));
            if (contradicts) {
                assertThatThrownBy(() -> keep(from, to, window, false))
                        .as(name)
                        .isInstanceOfSatisfying(
                                TradeTrackerException.class,
                                failure -> assertThat(failure.code()).isEqualTo(CandleError.DIFFERENT_CANDLE));
                refused++;
            } else {
                keepOrDie(from, to, window, replaces);
            }
        }

        private void keep(long from, long to, TreeMap<Long, Candle> window, boolean replaces) {
            if (replaces) {
                store.replace(KEY, minutes(from, to), Prices.series(window.values()));
            } else {
                store.write(KEY, minutes(from, to), Prices.series(window.values()));
            }
        }

        private void keepOrDie(long from, long to, TreeMap<Long, Candle> window, boolean replaces) {
            try {
                keep(from, to, window, replaces);
            } catch (TradeTrackerException died) {
                assertThat(died.code()).isEqualTo(CandleError.STORE_FAILED);
                assertThat(disk).isNotNull();
                if (random.nextBoolean()) {
                    store.close();
                    store = opener.get();
                }
                if (!disk.wroteAll) {
                    return;
                }
            }
            candles.subMap(from, to).clear();
            candles.putAll(window);
            LongStream.range(from, to).forEach(known::add);
            written++;
        }

        private void check(String name) {
            Coverage coverage = store.covered(KEY);
            assertThat(coverage)
                    .as(name)
                    .isEqualTo(Coverage.of(known.stream()
                            .map(minute -> minutes(minute, minute + 1))
                            .toList()));
            List<Candle> read = new ArrayList<>();
            for (TimeRange range : coverage.ranges()) {
                addTo(read, range);
            }
            assertThat(read).as(name).containsExactlyElementsOf(candles.values());
            long from = random.nextInt(MINUTES);
            if (known.contains(from)) {
                assertThat(store.read(KEY, minute(from), minute(from + 1)))
                        .as(name)
                        .isEqualTo(Prices.series(candles.subMap(from, from + 1).values()));
            }
        }

        private void addTo(List<Candle> read, TimeRange range) {
            var series = store.read(KEY, range.from(), range.to());
            for (int i = 0; i < series.size(); i++) {
                read.add(series.candle(i));
            }
        }
    }

    /** A disk that now and then writes a part only, or all of it and fails then. */
    private static final class DyingDisk implements AppendFile.Opener {
        private final SplittableRandom random;
        private int deaths;
        private boolean wroteAll;

        private DyingDisk(SplittableRandom random) {
            this.random = random;
        }

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
                    int length = random.nextInt(4) > 0 ? bytes.remaining() : random.nextInt(bytes.remaining() + 1);
                    wroteAll = length == bytes.remaining();
                    file.write(bytes.slice(bytes.position(), length), position);
                    if (!wroteAll || random.nextInt(20) == 0) {
                        deaths++;
                        throw new IOException("the machine died");
                    }
                }

                @Override
                public void force() {
                    // what is read is in the system's memory; a test need not wait for the disk
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
