package io.tradetracker.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradetracker.json.JsonMappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores of candles: filled, listed, checked, and run over. */
final class StoreCommandsTest {
    private static final Path SAMPLES = Path.of("../data/files");
    private static final Path US500 = SAMPLES.resolve("us500-1d.csv");

    @TempDir
    static Path plugins;

    @TempDir
    Path folder;

    private Path store;

    @BeforeAll
    static void packPlugins() {
        PluginJars.all(plugins);
    }

    @BeforeEach
    void nameStore() {
        store = folder.resolve("store");
    }

    private CliRun importUs500(Object... more) {
        return run(
                List.of("data", "import", US500, "--store", store, "--source", "sample", "--instrument", "US500"),
                List.of("--timeframe", "1d"),
                more);
    }

    private CliRun download(Object... more) {
        return run(
                List.of("data", "download", "--market", "csv:" + SAMPLES, "--store", store),
                List.of("--instrument", "BTC/USD", "--timeframe", "1m"),
                more);
    }

    private static CliRun run(List<Object> first, List<Object> next, Object... last) {
        List<Object> args = new ArrayList<>(first);
        args.addAll(next);
        args.addAll(Arrays.asList(last));
        return CliRun.of(args.toArray());
    }

    private static JsonNode json(CliRun run) throws IOException {
        assertThat(run.err()).isEmpty();
        return JsonMappers.strict().readTree(run.out());
    }

    @Test
    void importsAFileAndListsIt() throws IOException {
        CliRun run = importUs500();

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .isEqualTo("Imported 5105 candles. In the store:\nsample US500 D1 LAST: 5105 candles\n"
                        + "  2000-01-03T00:00:00Z to 2020-04-18T00:00:00Z\n");
        assertThat(CliRun.of("data", "list", "--store", store).out()).contains("sample US500 D1 LAST: 5105 candles");
        JsonNode listed = json(CliRun.of("data", "list", "--store", store, "--json"));
        assertThat(listed.at("/stored/0/candles").intValue()).isEqualTo(5105);
        assertThat(listed.at("/stored/0/covered/0/from").textValue()).isEqualTo("2000-01-03T00:00:00Z");
        assertThat(json(importUs500("--json")).get("imported").intValue()).isEqualTo(5105);
    }

    @Test
    void refusesAFileThatContradictsTheStore() throws IOException {
        Path other = Files.writeString(
                folder.resolve("other.csv"), "time,open,high,low,close,volume\n2000-01-03,1,2,1,2,5\n");
        importUs500();
        List<Object> args =
                List.of("data", "import", other, "--store", store, "--source", "sample", "--instrument", "US500");

        CliRun refused = run(args, List.of("--timeframe", "1d"));
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("at 2000-01-03T00:00:00Z", "known is open", "given is open 1.0", "replace");

        assertThat(run(args, List.of("--timeframe", "1d"), "--replace").exit()).isZero();
        assertThat(importUs500().exit()).isEqualTo(1);
    }

    @Test
    void runsABacktestOverAStoreAsOverTheFile() throws IOException {
        importUs500();
        List<Object> strategy = List.of("--strategy", "sma-cross", "--set", "fast=10", "slow=30", "--json");
        List<Object> backtest = List.of("backtest", "--plugins", plugins, "--instrument", "US500", "--timeframe", "1d");

        JsonNode fromFile = json(run(backtest, strategy, "--data", US500, "--price-step", "0.01"));
        JsonNode fromStore =
                json(run(backtest, strategy, "--store", store, "--source", "sample", "--price-step", "0.01"));

        assertThat(fromStore).isEqualTo(fromFile);
        JsonNode part = json(run(
                backtest,
                strategy,
                "--store",
                store,
                "--source",
                "sample",
                "--from",
                "2010-01-01",
                "--to",
                "2011-01-01T00:00:00Z"));
        assertThat(part.get("from").textValue()).startsWith("2010-01-04");
        assertThat(part.get("candles").intValue()).isEqualTo(252);
    }

    @Test
    void buysAtTheAskOfTheStore() throws IOException {
        Path dear = folder.resolve("us500-1d-ask.csv");
        Files.write(
                dear,
                Files.readAllLines(US500).stream()
                        .map(StoreCommandsTest::dearer)
                        .toList());
        List<Object> key = List.of("--store", store, "--source", "sample", "--instrument", "US500");
        run(List.of("data", "import", US500), key, "--timeframe", "1d", "--side", "bid");
        run(List.of("data", "import", dear), key, "--timeframe", "1d", "--side", "ask");
        List<Object> backtest =
                List.of("backtest", "--plugins", plugins, "--instrument", "US500", "--timeframe", "1d", "--json");
        List<Object> strategy = List.of("--strategy", "sma-cross", "--set", "fast=10", "slow=30");

        JsonNode files = json(run(backtest, strategy, "--data", US500, "--ask", dear));
        JsonNode both =
                json(run(backtest, strategy, "--store", store, "--source", "sample", "--side", "bid", "--with-ask"));
        JsonNode bidOnly = json(run(backtest, strategy, "--store", store, "--source", "sample", "--side", "bid"));

        assertThat(both).isEqualTo(files);
        assertThat(both.get("finalEquity")).isNotEqualTo(bidOnly.get("finalEquity"));
    }

    /** A line of prices that are all higher by a quarter. */
    private static String dearer(String line) {
        String[] fields = line.split(",", -1);
        for (int i = 1; i < 5 && !line.startsWith("time"); i++) {
            fields[i] = Double.toString(Double.parseDouble(fields[i]) + 0.25);
        }
        return String.join(",", fields);
    }

    @Test
    void sweepsOverAStoreAsOverTheFile() throws IOException {
        importUs500();
        List<Object> sweep = List.of("sweep", "--plugins", plugins, "--strategy", "sma-cross", "--instrument", "US500");
        List<Object> grid = List.of("--timeframe", "1d", "--set", "fast=5,10", "--set", "slow=30,50");

        CliRun fromStore = run(sweep, grid, "--store", store, "--source", "sample");

        assertThat(fromStore.exit()).isZero();
        assertThat(fromStore.out()).isEqualTo(run(sweep, grid, "--data", US500).out());
    }

    @Test
    void downloadsWhatIsMissingAndGoesOn() throws IOException {
        CliRun first = download("--from", "2013-11-25", "--to", "2013-11-26", "--window", "500");
        assertThat(first.err()).isEmpty();
        assertThat(first.out()).contains(" candles in 3 windows.").contains("csv BTC/USD M1 LAST is known for 2013");

        JsonNode more = json(download("--from", "2013-11-25", "--to", "2013-11-27", "--json"));
        assertThat(more.get("windows").intValue()).isEqualTo(2);
        assertThat(more.at("/covered/0/to").textValue()).isEqualTo("2013-11-27T00:00:00Z");
        assertThat(more.at("/covered")).hasSize(1);

        assertThat(download("--from", "2013-11-25", "--to", "2013-11-27").out()).contains("Nothing was missing.");
        assertThat(json(download("--from", "2013-11-25", "--to", "2013-11-26", "--replace", "--json"))
                        .get("windows")
                        .intValue())
                .isEqualTo(2);
        assertThat(download("--from", "2013-11-25", "--to", "2013-11-26", "--quiet")
                        .out())
                .isEmpty();
    }

    @Test
    void takesAFileForNoWitnessOfOtherTimes() {
        CliRun run = download("--from", "2013-11-30", "--to", "2013-12-03", "--window", "1440");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("btcusd-1m.csv knows 2013-11-25T", "choose --from and --to within it");
        assertThat(CliRun.of("data", "list", "--store", store).out())
                .as("what it knows is kept")
                .contains("2013-11-30T00:00:00Z to 2013-12-01T00:00:00Z");
    }

    @Test
    void checksAStoreAndNamesGaps() throws IOException {
        importUs500();
        CliRun run = CliRun.of("data", "check", "--store", store);

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("every candle can be read", "gaps of every week: 1058, 2116 candles missing");
        JsonNode json = json(CliRun.of("data", "check", "--store", store, "--json"));
        assertThat(json.get("good").booleanValue()).isTrue();
        assertThat(json.at("/stored/0/regularGaps/missing").intValue()).isEqualTo(2 * 1058);
    }

    @Test
    void findsDamageInAStore() throws IOException {
        importUs500();
        download("--from", "2013-11-25", "--to", "2013-11-26");
        Path file;
        try (Stream<Path> files = Files.list(store)) {
            file = files.filter(path -> path.toString().contains("BTC"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        CliRun run = CliRun.of("data", "check", "--store", store);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains(file.toString(), "not as they were written", "every candle can be read");
        assertThat(json(CliRun.of("data", "check", "--store", store, "--json"))
                        .get("good")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void saysWhatIsWrongWithTheCommandLine() {
        assertWrong(2, "give a FILE with its --timeframe, or a --store", "data check");
        assertWrong(
                2,
                "there is no market 'nasdaq'; there is csv:FOLDER, capital-demo, capital-live, capital:ADDRESS",
                "data download --market nasdaq");
        assertWrong(2, "must be before --to", downloadLine("csv:. --from 2024-01-02 --to 2024-01-01"));
        assertWrong(2, "'monday' is no time; write a date such as", downloadLine("csv:. --from monday"));
        assertWrong(2, "must name a folder, such as csv:prices", downloadLine("csv:nowhere --from 2024-01-01"));
        assertWrong(2, "--window 0 must be", downloadLine("csv:. --from 2024-01-01 --window 0"));
        assertWrong(
                2,
                "source 'A b'",
                "data",
                "import",
                US500,
                "--store",
                store,
                "--source",
                "A b",
                "--instrument",
                "X",
                "--timeframe",
                "1d");
        assertWrong(1, "there is no store in " + store, "data list --store " + store);
        assertThat(store).doesNotExist();
        String backtest = "backtest --strategy x --instrument X --timeframe 1d ";
        assertWrong(2, "candles are missing: give --data FILE, or --store DIR", backtest);
        assertWrong(2, "--store needs --source", backtest + "--store " + store);
        assertWrong(2, "--store takes the place of --data", backtest + "--source s --data x --store " + store);
        assertWrong(2, "need --store; a file is read whole", backtest + "--data x --from 2024-01-01");
        assertWrong(2, "--with-ask needs --side bid", backtest + "--with-ask --source s --store " + store);
    }

    private String downloadLine(String market) {
        return "data download --instrument X --timeframe 1d --store " + store + " --market " + market;
    }

    private static void assertWrong(int exit, String words, Object... line) {
        CliRun run = line.length == 1 ? CliRun.line(line[0].toString()) : CliRun.of(line);
        assertThat(run.err()).contains(words);
        assertThat(run.exit()).as(words).isEqualTo(exit);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void saysWhatTheStoreHasWhenSomethingElseIsWanted() {
        importUs500();
        String backtest = "backtest --strategy x --timeframe 1d --source sample --store " + store;

        assertThat(CliRun.line(backtest + " --instrument DAX").err())
                .contains("no candles of sample DAX D1 LAST; it has sample US500 D1 LAST");
        assertThat(run(
                                List.of(
                                        "backtest",
                                        "--plugins",
                                        plugins,
                                        "--strategy",
                                        "sma-cross",
                                        "--timeframe",
                                        "1d"),
                                List.of("--instrument", "US500", "--source", "sample", "--store", store),
                                "--to",
                                "2030-01-01")
                        .err())
                .contains("nothing is known for 2020-04-18T00:00:00Z to 2030-01-01T00:00:00Z", "Download it");
    }
}
