package io.tradetracker.postgres.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.core.gateway.GatewayFact;
import io.tradetracker.database.Database;
import io.tradetracker.database.DatabaseConfig;
import io.tradetracker.database.testkit.TestPostgres;
import io.tradetracker.postgres.CoreSchema;
import io.tradetracker.postgres.TcpProxy;
import io.tradetracker.testkit.KeptPart;
import io.tradetracker.testkit.broker.Arrived;
import io.tradetracker.testkit.broker.TestVenue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two processes want one account. The venue's own record says who traded when. */
final class TwoWritersTest {
    private static final KeptPart KEPT =
            new KeptPart(Path.of("..", "..", "docs", "evidence", "two-writers.md"), "writers");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static TestPostgres server;

    @BeforeAll
    static void startServer() {
        server = TestPostgres.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void aLeaderThatWasFrozenTradesNoMore() throws Exception {
        assertThat(overlaps(Trouble.FROZEN, 1)).isZero();
    }

    @Test
    void aLeaderThatIsCutOffFromTheDatabaseTradesNoMore() throws Exception {
        assertThat(overlaps(Trouble.CUT_OFF, 2)).isZero();
    }

    @Test
    void aLeaderWhoseClockJumpsStaysTheOnlyOne() throws Exception {
        assertThat(overlaps(Trouble.CLOCK_AHEAD, 3)).isZero();
    }

    @Test
    @Tag("evidence")
    void theKeptPageIsThatOfToday() throws Exception {
        StringBuilder table = new StringBuilder("""
                | what happens to the first one | rounds | requests of the first after one of the second |
                |---|---|---|
                """);
        for (Trouble trouble : Trouble.values()) {
            int overlaps = 0;
            for (long seed = 1; seed <= 10; seed++) {
                overlaps += overlaps(trouble, seed);
            }
            table.append("| ")
                    .append(trouble.words)
                    .append(" | 10 | ")
                    .append(overlaps)
                    .append(" |\n");
        }
        System.out.println(table);
        if (KeptPart.updates()) {
            KEPT.write(table.toString());
        }

        assertThat(KEPT.text()).isEqualTo(table.toString().strip());
    }

    private enum Trouble {
        FROZEN("frozen by SIGSTOP for longer than its lease, then SIGCONT"),
        CUT_OFF("its connections to the database are cut for good"),
        CLOCK_AHEAD("its clock jumps a day ahead, later it is killed"),
        CLOCK_BACK("its clock jumps a day back, later it is killed");

        private final String words;

        Trouble(String words) {
            this.words = words;
        }
    }

    /** {@return how many requests of the first process arrived after one of the second} */
    private static int overlaps(Trouble trouble, long seed) throws Exception {
        String url = server.newDatabase();
        try (Database database = Database.open(DatabaseConfig.of(url, server.user(), ""))) {
            CoreSchema.migrate(database);
            Market market = new Market();
            try (BrokerServer broker = new BrokerServer(market::answer);
                    TcpProxy proxy = new TcpProxy(
                            URI.create(url.substring("jdbc:".length())).getPort())) {
                int port = URI.create(url.substring("jdbc:".length())).getPort();
                String throughProxy = url.replace(":" + port + "/", ":" + proxy.port() + "/");
                Process first = start("first", throughProxy, broker.port(), jump(trouble));
                Process second = null;
                try {
                    await("the first one trades", () -> market.count("first") >= 10);
                    second = start("second", url, broker.port(), "PT0S");
                    int more = market.count("first") + 3 + new Random(seed).nextInt(10);
                    await("the first one goes on", () -> market.count("first") >= more);
                    trouble(trouble, first, proxy);
                    await("the second one trades", () -> market.count("second") >= 5);
                    if (trouble == Trouble.FROZEN) {
                        signal(first, "CONT");
                    }
                    int before = market.count("second");
                    await("the second one goes on", () -> market.count("second") >= before + 25);
                    checkRecord(database, market);
                    return market.overlaps();
                } finally {
                    first.destroyForcibly();
                    if (second != null) {
                        second.destroyForcibly().waitFor();
                    }
                    first.waitFor();
                }
            }
        }
    }

    private static String jump(Trouble trouble) {
        return switch (trouble) {
            case CLOCK_AHEAD -> "P1D";
            case CLOCK_BACK -> "P-1D";
            case FROZEN, CUT_OFF -> "PT0S";
        };
    }

    private static void trouble(Trouble trouble, Process first, TcpProxy proxy) throws Exception {
        switch (trouble) {
            case FROZEN -> signal(first, "STOP");
            case CUT_OFF -> proxy.cut();
            case CLOCK_AHEAD, CLOCK_BACK -> first.destroyForcibly().waitFor();
        }
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }

    /** Whatever arrived is on record, and was so before it was sent. */
    private static void checkRecord(Database database, Market market) {
        List<String> wanted = new ArrayList<>();
        List<String> arrived =
                market.arrived().stream().map(each -> each.action().toString()).toList();
        new PostgresOrderJournal(database).read(RestlessTrader.ACCOUNT, 0, (sequence, fact) -> {
            if (fact instanceof GatewayFact.Intended intended) {
                wanted.add(intended.intent().action().toString());
            }
        });
        assertThat(wanted).containsAll(arrived);
        assertThat(arrived).doesNotHaveDuplicates();
    }

    private static Process start(String name, String url, int port, String jump) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RestlessTrader.class.getName(),
                        name,
                        url,
                        Integer.toString(port),
                        jump)
                .inheritIO()
                .start();
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - until > 0) {
                throw new AssertionError("waited too long: " + what);
            }
            Thread.sleep(20);
        }
    }

    /** One venue for both processes, which tells them apart. */
    private static final class Market {
        private final TestVenue venue =
                new TestVenue(InstantSource.system(), GatewayUnderFire.CAPABILITIES, List.of(Instrument.of("GOLD")));
        private final Map<String, Broker> brokers = new ConcurrentHashMap<>();

        Market() {
            venue.quote(GatewayUnderFire.GOLD, "99", "100");
        }

        @Nullable
        Object answer(String name, Call call) {
            Broker broker = brokers.computeIfAbsent(name, each -> venue.connect(each, RemoteBroker.LONGEST_REQUEST));
            return switch (call) {
                case Call.Send(var action) -> broker.send(action, SendPermit.ALWAYS);
                case Call.Confirm(var reference) -> broker.confirm(reference).orElse(null);
                case Call.Orders orders -> broker.orders();
                case Call.Positions positions -> broker.positions();
                case Call.Rows(var from) -> broker.activitySince(from);
                case Call.Balances balances -> broker.account();
                default -> "";
            };
        }

        List<Arrived> arrived() {
            return venue.arrived();
        }

        int count(String name) {
            return (int) venue.arrived().stream()
                    .filter(each -> each.from().equals(name))
                    .count();
        }

        int overlaps() {
            int overlaps = 0;
            boolean secondCame = false;
            for (Arrived each : venue.arrived()) {
                secondCame |= each.from().equals("second");
                overlaps += secondCame && each.from().equals("first") ? 1 : 0;
            }
            return overlaps;
        }
    }
}
