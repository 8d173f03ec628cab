package io.tradetracker.samples.server;

import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.samples.server.market.Market;
import io.tradetracker.samples.server.market.MarketChoice;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the server and stays until it is told to stop. */
@Command(
        name = "tradetracker-server",
        description = "Runs a paper bot and shows on a web page what it does and why.",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        sortOptions = false)
public final class ServerMain implements Callable<Integer> {
    private static final int DEFECT = 70;
    private static final double MAX_SPEED = 3_600;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: this machine only).")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            description = "Port, 0 for a free one (default: -Dserve.port, else TRADETRACKER_PORT, else 7070).")
    private @Nullable String port;

    @Option(
            names = "--home",
            description = "Folder of the database (default: TRADETRACKER_HOME, else ~/.trade-tracker).")
    private @Nullable Path home;

    @Option(names = "--plugins", description = "Folder of strategy plugins (default: plugins beside the program).")
    private @Nullable Path plugins;

    @Option(
            names = "--speed",
            defaultValue = "60",
            description = "How many times faster than they happened recorded prices come, 1 to 3600 (default: 60).")
    private double speed;

    @Option(
            names = "--market",
            defaultValue = "recorded",
            description = {
                "Where its prices come from: " + MarketChoice.CHOICES + " (default: recorded).",
                "Capital.com needs CAPITAL_API_KEY, CAPITAL_IDENTIFIER and CAPITAL_PASSWORD in the environment.",
                "A bot stays on the market where it began; each market has its own."
            })
    private String market = "recorded";

    @Option(
            names = "--instrument",
            defaultValue = "BTCUSD",
            description = "What is traded where prices are not recorded (default: BTCUSD).")
    private String instrument = "BTCUSD";

    @Option(names = "--stop-with-parent", description = "Stop when the process that started this one ends.")
    private boolean stopWithParent;

    /** What fails once somebody ended the program is no news. */
    private volatile boolean stopping;

    private ServerMain() {}

    /** Runs the command line. */
    public static void main(String[] arguments) {
        ServerMain program = new ServerMain();
        int code = new CommandLine(program)
                .setExecutionExceptionHandler((failed, command, parsed) -> program.report(failed, command))
                .execute(arguments);
        System.exit(code);
    }

    @Override
    public Integer call() throws InterruptedException {
        ServerSettings settings = settings();
        CountDownLatch stopped = new CountDownLatch(1);
        TradeTrackerServer server = new TradeTrackerServer();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopping = true;
            server.close();
            stopped.countDown();
        }));
        if (stopWithParent) {
            stopWithParent();
        }
        server.start(settings);
        sayReady(server.url());
        stopped.await();
        return 0;
    }

    private void sayReady(String url) {
        if (!stopping) {
            PrintWriter out = commandLine().getOut();
            out.println("Trade Tracker is ready: " + url + "   (Ctrl-C stops it)");
            out.flush();
        }
    }

    private static void stopWithParent() {
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        Thread.ofVirtual().name("parent").start(() -> {
            parent.onExit().join();
            System.exit(0);
        });
    }

    private ServerSettings settings() {
        require(speed >= 1 && speed <= MAX_SPEED, "--speed must be 1 to 3600, but was " + speed);
        return new ServerSettings(
                host,
                port(),
                home == null ? defaultHome() : home,
                plugins == null ? pluginsBesideTheProgram() : plugins,
                speed,
                market(),
                ServerSettings.databaseOf(System.getenv()));
    }

    private Supplier<Market> market() {
        try {
            return MarketChoice.parse(market, instrument, System.getenv());
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(commandLine(), "--market: " + unusable.getMessage(), unusable);
        }
    }

    private int port() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("--port", Objects.requireNonNullElse(port, ""));
        choices.put("-Dserve.port", Objects.requireNonNullElse(System.getProperty("serve.port"), ""));
        choices.put("TRADETRACKER_PORT", System.getenv().getOrDefault("TRADETRACKER_PORT", ""));
        try {
            return ServerSettings.portOf(choices);
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(commandLine(), String.valueOf(unusable.getMessage()), unusable);
        }
    }

    private static Path defaultHome() {
        String named = System.getenv("TRADETRACKER_HOME");
        return named == null || named.isBlank()
                ? Path.of(Objects.requireNonNullElse(System.getProperty("user.home"), "."), ".trade-tracker")
                : Path.of(named);
    }

    private static Path pluginsBesideTheProgram() {
        try {
            URL program = Objects.requireNonNull(
                            ServerMain.class.getProtectionDomain().getCodeSource(), "where the program is")
                    .getLocation();
            return Path.of(Objects.requireNonNull(program).toURI()).resolveSibling("plugins");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private int report(Exception failed, CommandLine command) {
        if (stopping) {
            return 0;
        }
        if (failed instanceof TradeTrackerException known) {
            command.getErr().println("tradetracker-server: " + known.getMessage());
        } else {
            command.getErr().println("tradetracker-server: failed because of a defect");
            failed.printStackTrace(command.getErr());
            return DEFECT;
        }
        return 1;
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(commandLine(), message);
        }
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification before it calls");
        }
        return spec.commandLine();
    }
}
