package io.tradetracker.samples.benchmarks.gateway;

import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.core.TradeTracker;
import io.tradetracker.core.gateway.FileOrderJournal;
import io.tradetracker.core.gateway.InMemoryOrderJournal;
import io.tradetracker.core.gateway.OrderGateway;
import io.tradetracker.core.gateway.OrderJournal;
import io.tradetracker.core.gateway.OrderOwner;
import io.tradetracker.core.gateway.TradingAccount;
import io.tradetracker.database.Database;
import io.tradetracker.database.DatabaseConfig;
import io.tradetracker.postgres.CoreSchema;
import io.tradetracker.postgres.gateway.PostgresOrderJournal;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
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

/**
 * Places orders one after the other, each from its decision to the answer of a broker that answers at once. What counts
 * is the part until the request would be written to the network; it is noted for each order.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OrderLatencyBenchmark {
    private static final OrderOwner OWNER = OrderOwner.person("benchmark");
    private static final byte[] LINE = "one line of about as many bytes as an intent has on record "
            .repeat(6)
            .getBytes(StandardCharsets.UTF_8);

    /** Where intents go on record; {@code force} writes a line to a file and forces it, without a gateway. */
    @Param({"force", "memory", "file", "postgres"})
    public String journal = "memory";

    /** Where the times go when it ends. */
    @Param("")
    public String times = "";

    private final StubBroker broker = new StubBroker();
    private long[] nanos = new long[1 << 16];
    private int count;
    private @Nullable OrderGateway gateway;
    private @Nullable EmbeddedPostgres server;
    private @Nullable FileChannel file;
    private @Nullable Path folder;

    /** Opens the gateway. */
    @Setup(Level.Trial)
    public void open() throws IOException {
        folder = Files.createTempDirectory("order-latency");
        if (journal.equals("force")) {
            file = FileChannel.open(folder.resolve("lines"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return;
        }
        gateway = TradeTracker.create()
                .gateway(broker, TradingAccount.of("stub", "1"))
                .journal(make(folder))
                .open();
        if (!gateway.awaitTrading(Duration.ofSeconds(30))) {
            throw new IllegalStateException(gateway.snapshot().reason());
        }
    }

    private OrderJournal make(Path place) throws IOException {
        return switch (journal) {
            case "memory" -> new InMemoryOrderJournal();
            case "file" -> FileOrderJournal.open(place);
            default -> postgres();
        };
    }

    /** As durable as a real one: each commit is forced to the disk. */
    private OrderJournal postgres() throws IOException {
        EmbeddedPostgres started = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        server = started;
        Database database = Database.open(
                DatabaseConfig.of("jdbc:postgresql://localhost:" + started.getPort() + "/postgres", "postgres", ""));
        CoreSchema.migrate(database);
        return new PostgresOrderJournal(database);
    }

    /** One order, from the decision to the answer on record. */
    @Benchmark
    public Object order() throws IOException {
        long decided = System.nanoTime();
        if (file != null) {
            file.write(ByteBuffer.wrap(LINE));
            file.force(false);
            note(System.nanoTime() - decided);
            return file;
        }
        OrderRequest request = OrderRequest.market(
                ClientOrderId.of("o-" + count), InstrumentId.of("GOLD"), OrderSide.BUY, BigDecimal.ONE);
        Object report = Objects.requireNonNull(gateway).submit(OWNER, request);
        note(broker.leftAt() - decided);
        return report;
    }

    private void note(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = took;
    }

    /** Writes the times of the second half, when everything is warm, and ends it. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        long[] warm = Arrays.copyOfRange(nanos, count / 2, count);
        Arrays.sort(warm);
        String line = warm[warm.length / 2] + " " + warm[(int) (warm.length * 0.99)] + " " + warm.length + "\n";
        if (!times.isEmpty()) {
            Files.writeString(Path.of(times), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        if (gateway != null) {
            gateway.close();
        }
        if (file != null) {
            file.close();
        }
        if (server != null) {
            server.close();
        }
    }
}
