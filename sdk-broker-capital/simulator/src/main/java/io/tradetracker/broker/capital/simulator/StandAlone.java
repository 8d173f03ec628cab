package io.tradetracker.broker.capital.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a venue of its own until it is told to stop. */
@Command(
        name = "capital-simulator",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs a simulated Capital.com on this machine. All prices and money are made up.")
final class StandAlone implements Runnable {
    private final CountDownLatch stop;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            defaultValue = "8900",
            description = "port on the loopback, 0 for a free one (${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--speed", defaultValue = "1", description = "venue time per real time (${DEFAULT-VALUE})")
    private double speed;

    @Option(names = "--seed", defaultValue = "1", description = "of prices, names and faults (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--start", description = "venue time at the start, such as 2026-03-02T09:00:00Z")
    private @Nullable Instant start;

    @Option(
            names = "--prices",
            paramLabel = "EPIC=FILE",
            description = "CSV of candles (time,open,high,low,close) or trades (time,price), or either in gzip")
    private Map<String, Path> prices = new LinkedHashMap<>();

    @Option(names = "--spread", defaultValue = "0.5", description = "of prices from files (${DEFAULT-VALUE})")
    private BigDecimal spread = BigDecimal.ZERO;

    @Option(names = "--faults", defaultValue = "0", description = "share of requests that go wrong (${DEFAULT-VALUE})")
    private double faults;

    StandAlone(CountDownLatch stop) {
        this.stop = stop;
    }

    @Override
    public void run() {
        try (CapitalSimulator simulator = simulator()) {
            goWrong(simulator.faults());
            tell(simulator);
            simulator.play(speed);
            stop.await();
        } catch (IllegalArgumentException | IOException wrong) {
            throw new ParameterException(spec().commandLine(), String.valueOf(wrong.getMessage()), wrong);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it runs the command");
        }
        return spec;
    }

    private CapitalSimulator simulator() throws IOException {
        SimulatorBuilder builder = CapitalSimulator.builder().port(port).seed(seed);
        Map<String, RecordedPrices> recorded = recorded();
        recorded.values().stream().findFirst().ifPresent(source -> builder.startAt(source.start()));
        if (start != null) {
            builder.startAt(start);
        }
        for (MarketSpec market : markets()) {
            RecordedPrices source = recorded.remove(market.epic());
            builder.market(market, source == null ? walk(market) : source);
        }
        if (!recorded.isEmpty()) {
            throw new IllegalArgumentException("no market " + recorded.keySet() + "; there are "
                    + markets().stream().map(MarketSpec::epic).toList());
        }
        return builder.start();
    }

    private static List<MarketSpec> markets() {
        return List.of(MarketSpec.gold(), MarketSpec.us500(), MarketSpec.eurusd(), MarketSpec.btcusd());
    }

    private Map<String, RecordedPrices> recorded() throws IOException {
        Map<String, RecordedPrices> recorded = new LinkedHashMap<>();
        for (Map.Entry<String, Path> file : prices.entrySet()) {
            recorded.put(file.getKey(), RecordedPrices.read(file.getValue(), spread));
        }
        return recorded;
    }

    private RandomWalk walk(MarketSpec market) {
        long own = seed + market.epic().hashCode();
        return switch (market.type()) {
            case COMMODITIES -> RandomWalk.of(own, "3500.00", "0.50");
            case INDICES -> RandomWalk.of(own, "6500.0", "0.5");
            case CURRENCIES -> RandomWalk.of(own, "1.08000", "0.00010");
            default -> RandomWalk.of(own, "60000.00", "10.00");
        };
    }

    private void goWrong(Faults plan) {
        if (!(faults >= 0 && faults <= 1)) {
            throw new IllegalArgumentException("--faults is a share from 0 to 1, not " + faults);
        }
        List<Fault> kinds = List.of(
                Fault.answerLost(),
                Fault.requestLost(),
                Fault.executedLate(Duration.ofSeconds(20)),
                Fault.serverError(true),
                Fault.badGateway(false),
                Fault.truncated(),
                Fault.tooManyRequests(),
                Fault.tokenExpired(),
                Fault.confirmLate(Duration.ofSeconds(30)),
                Fault.stale(Duration.ofSeconds(5)));
        kinds.forEach(kind -> plan.byChance(kind, faults / kinds.size()));
    }

    private void tell(CapitalSimulator simulator) {
        PrintWriter out = spec().commandLine().getOut();
        Credentials credentials = simulator.credentials();
        out.println("Simulated Capital.com. Nothing here is real money.");
        out.println("url         " + simulator.url());
        out.println("stream      ws://127.0.0.1:" + simulator.url().getPort() + "/connect");
        out.println("api key     " + credentials.apiKey());
        out.println("identifier  " + credentials.identifier());
        out.println("password    " + credentials.password());
        out.println("admin token " + simulator.adminToken());
        out.println("venue time  " + simulator.time() + ", " + speed + " times as fast");
        out.flush();
    }
}
