package io.tradetracker.samples.benchmarks.capital;

import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.MarketListener;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.broker.Subscription;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.Quote;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.broker.capital.CapitalCom;
import io.tradetracker.broker.capital.CapitalSettings;
import io.tradetracker.broker.capital.connection.CapitalCredentials;
import io.tradetracker.broker.capital.connection.RateLimits;
import io.tradetracker.broker.capital.simulator.CapitalSimulator;
import io.tradetracker.broker.capital.simulator.Credentials;
import io.tradetracker.broker.capital.simulator.Limits;
import io.tradetracker.broker.capital.simulator.MarketSpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A simulator in the same process says a price, and whoever listens sends an order for it at once. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class QuoteToOrderBenchmark {
    /** A loaded machine may lose a price in a stream that is made anew. */
    private static final int SAID_AGAIN = 10;

    private static final InstrumentId GOLD = InstrumentId.of("GOLD");

    /** Where the times go when it ends. */
    @Param("")
    public String times = "";

    private final SynchronousQueue<long[]> done = new SynchronousQueue<>();
    private long[] toListener = new long[1 << 14];
    private long[] toRequest = new long[1 << 14];
    private long[] toOutcome = new long[1 << 14];
    private int count;
    private volatile double wanted;
    private volatile @Nullable SubmitOutcome last;
    private @Nullable CapitalSimulator venue;
    private @Nullable CapitalCom capital;
    private @Nullable Broker broker;
    private @Nullable Subscription quotes;

    /** Connects and listens. */
    @Setup(Level.Trial)
    public void open() throws InterruptedException {
        CapitalSimulator started = CapitalSimulator.builder()
                .market(MarketSpec.gold())
                .limits(Limits.none())
                .start();
        venue = started;
        started.quote(GOLD.value(), new BigDecimal("3400.20"), new BigDecimal("3400.70"));
        started.play(1);
        Credentials key = started.credentials();
        CapitalCom connected = CapitalCom.connect(CapitalSettings.at(
                        started.url(), new CapitalCredentials(key.apiKey(), key.identifier(), key.password()))
                .withLimits(new RateLimits(100_000, 1, Duration.ZERO, Duration.ZERO)));
        capital = connected;
        broker = connected.broker();
        quotes = connected.marketData().subscribe(GOLD, new MarketListener() {
            @Override
            public void onQuote(Quote quote) {
                if (quote.bid() == wanted) {
                    answer();
                }
            }
        });
        for (long[] first = null; first == null; ) {
            wanted = 3400.30;
            started.quote(GOLD.value(), new BigDecimal("3400.30"), new BigDecimal("3400.80"));
            first = done.poll(100, TimeUnit.MILLISECONDS);
        }
    }

    private void answer() {
        wanted = Double.NaN;
        long heard = System.nanoTime();
        long[] left = {0};
        OrderRequest order = OrderRequest.market(
                ClientOrderId.of("o-" + count), GOLD, count % 2 == 0 ? OrderSide.BUY : OrderSide.SELL, BigDecimal.ONE);
        SubmitOutcome outcome = Objects.requireNonNull(broker).send(new OrderAction.Submit(order), () -> {
            left[0] = System.nanoTime();
            return true;
        });
        last = outcome;
        if (!(outcome instanceof SubmitOutcome.Accepted)) {
            return;
        }
        try {
            done.put(new long[] {heard, left[0], System.nanoTime()});
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** One price, and the order that it caused. */
    @Benchmark
    public Object order() throws InterruptedException {
        BigDecimal bid = new BigDecimal("3500").add(BigDecimal.valueOf(count % 1_000 + 1L, 2));
        wanted = bid.doubleValue();
        long said = System.nanoTime();
        say(bid);
        long[] moments = done.poll(2, TimeUnit.SECONDS);
        for (int again = 0; moments == null && again < SAID_AGAIN; again++) {
            said = System.nanoTime();
            say(bid);
            moments = done.poll(2, TimeUnit.SECONDS);
        }
        if (moments == null) {
            throw new IllegalStateException("no order followed the price; its last outcome: " + last);
        }
        note(moments[0] - said, moments[1] - moments[0], moments[2] - moments[0]);
        return moments;
    }

    private void say(BigDecimal bid) {
        Objects.requireNonNull(venue).quote(GOLD.value(), bid, bid.add(new BigDecimal("0.50")));
    }

    private void note(long heard, long left, long answered) {
        if (count == toListener.length) {
            toListener = Arrays.copyOf(toListener, 2 * count);
            toRequest = Arrays.copyOf(toRequest, 2 * count);
            toOutcome = Arrays.copyOf(toOutcome, 2 * count);
        }
        toListener[count] = heard;
        toRequest[count] = left;
        toOutcome[count++] = answered;
    }

    /** Writes the times of the second half, when everything is warm, and ends it. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        if (!times.isEmpty()) {
            Files.writeString(Path.of(times), line(toListener) + line(toRequest) + line(toOutcome));
        }
        if (quotes != null) {
            quotes.close();
        }
        if (capital != null) {
            capital.close();
        }
        if (venue != null) {
            venue.close();
        }
    }

    private String line(long[] nanos) {
        long[] warm = Arrays.copyOfRange(nanos, count / 2, count);
        Arrays.sort(warm);
        return warm[warm.length / 2] + " " + warm[(int) (warm.length * 0.99)] + "\n";
    }
}
