package io.tradetracker.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradetracker.json.JsonMappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BacktestCommandTest {
    private static final Path US500 = Path.of("../data/files/us500-1d.csv");
    private static final String HEADER = "time,open,high,low,close,volume\n";

    @TempDir
    static Path plugins;

    @TempDir
    Path folder;

    @BeforeAll
    static void packPlugins() {
        PluginJars.all(plugins);
    }

    private static CliRun backtest(Path data, Object... more) {
        return backtest(plugins, data, more);
    }

    private static CliRun backtest(Path pluginFolder, Path data, Object... more) {
        List<Object> args = new ArrayList<>(List.of("backtest", "--plugins", pluginFolder, "--data", data));
        args.addAll(List.of("--instrument", "US500", "--timeframe", "1d"));
        args.addAll(Arrays.asList(more));
        return CliRun.of(args.toArray());
    }

    private static CliRun smaCross(Object... more) {
        List<Object> args = new ArrayList<>(List.of("--strategy", "sma-cross"));
        args.addAll(Arrays.asList(more));
        return backtest(US500, args.toArray());
    }

    private static JsonNode json(CliRun run) throws IOException {
        assertThat(run.err()).isEmpty();
        return JsonMappers.strict().readTree(run.out());
    }

    @Test
    void printsATableForPeople() {
        CliRun run = smaCross("--set", "fast=10", "slow=30");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith(
                        "Strategy          sma-cross {fast=10, slow=30, allowShort=true}\nInstrument        US500 D1\n")
                .contains("Final equity", "Sharpe ratio", "Maximum drawdown");
    }

    @Test
    void printsExactlyOneJsonObject() throws IOException {
        JsonNode json = json(smaCross("--json", "--set", "fast=10", "--set", "slow=30"));

        assertThat(json.properties().stream().map(property -> property.getKey()).toList())
                .contains(
                        "finalEquity", "returnPercent", "roundTrips", "winRatePercent", "maxDrawdownPercent", "sharpe")
                .contains("fills", "cagrPercent", "volatilityPercent", "exposurePercent", "profitFactor", "expectancy")
                .contains("costs", "commission", "candles", "from", "to", "strategy", "parameters", "annualisation");
        assertThat(json.get("finalEquity").isNumber()).isTrue();
        assertThat(json.at("/parameters/fast").intValue()).isEqualTo(10);
        assertThat(json.at("/parameters/allowShort").booleanValue()).isTrue();
        assertThat(json.get("candles").intValue()).isEqualTo(5105);
    }

    @Test
    void printsNullForWhatDoesNotExist() throws IOException {
        Path twoDays =
                Files.writeString(folder.resolve("two.csv"), HEADER + "2013-01-02,1,2,1,2,5\n2013-01-03,1,2,1,2,5\n");

        CliRun run = backtest(twoDays, "--strategy", "sma-cross", "--json");
        JsonNode json = JsonMappers.strict().readTree(run.out());

        assertThat(run.err()).contains("never asked: its indicators need more candles than the 2 there are");
        assertThat(json.get("winRatePercent").isNull()).isTrue();
        assertThat(json.get("sharpe").isNull()).isTrue();
        assertThat(json.get("fills").intValue()).isZero();
        assertThat(json.get("finalEquity").intValue()).isEqualTo(10_000);
    }

    @Test
    void chargesSpreadCommissionAndSlippage() throws IOException {
        JsonNode free = json(smaCross("--json"));

        JsonNode spread = json(smaCross("--json", "--spread", "2"));
        JsonNode commission = json(smaCross("--json", "--commission", "0.1%"));
        JsonNode slippage = json(smaCross("--json", "--slippage", "0.05%"));

        int units = 2 * free.get("fills").intValue() - 1;
        assertThat(free.get("costs").doubleValue()).isZero();
        assertThat(spread.get("costs").doubleValue())
                .as("half the spread for each unit")
                .isEqualTo(units);
        assertThat(commission.get("commission").doubleValue()).isPositive();
        assertThat(slippage.get("slippage").doubleValue()).isPositive();
        for (JsonNode costly : List.of(spread, commission, slippage)) {
            assertThat(free.get("finalEquity").doubleValue()
                            - costly.get("finalEquity").doubleValue())
                    .isCloseTo(costly.get("costs").doubleValue(), within(1e-6));
        }
    }

    @Test
    void understandsEverySize() throws IOException {
        for (String size : List.of("units:2.5", "cash:all", "percent:10")) {
            assertThat(json(smaCross("--json", "--size", size)).get("fills").intValue())
                    .as(size)
                    .isPositive();
        }
    }

    @Test
    void saysWhyOrdersWereRefused() {
        CliRun run = smaCross("--quiet", "--size", "risk:1");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("orders were refused, the first at 2000-")
                .contains("stop");
    }

    @Test
    void fillsAtTheCloseWhenAsked() throws IOException {
        Path atOpen = folder.resolve("open.csv");
        Path atClose = folder.resolve("close.csv");

        smaCross("--quiet", "--fills", atOpen);
        CliRun run = smaCross("--quiet", "--fills", atClose, "--fill", "close");

        assertThat(run).isEqualTo(new CliRun(0, "", ""));
        assertThat(Files.readString(atClose)).isNotEqualTo(Files.readString(atOpen));
    }

    @Nested
    class WhenTheCommandLineIsWrong {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                --strategy sma-crss                        | did you mean sma-cross?
                --strategy zzz                             | 'zzz'; there are breakout-atr, rsi-reversion, sma-cross
                --strategy sma-cross --set fats=3          | parameter fats is unknown; there is fast, slow
                --strategy sma-cross --set fast=0          | fast must be a whole number from 1 to 500, but was '0'
                --strategy sma-cross --set fast=ten        | parameter fast must be a whole number
                --strategy sma-cross --set fast=1e1        | parameter fast must be a whole number
                --strategy sma-cross --set fast=40         | fast must be below slow
                --strategy sma-cross --set fast            | --set fast must be name=value
                --strategy sma-cross --set fast=1 fast=2   | --set gives fast twice
                --strategy sma-cross --size all            | size 'all' must be units:N
                --strategy sma-cross --size units:-1       | must be
                --strategy sma-cross --size units:NaN      | size 'units:NaN' must be
                --strategy sma-cross --spread -1           | spread -1.0 must be zero or above
                --strategy sma-cross --spread NaN          | spread NaN must be zero or above
                --strategy sma-cross --spread wide         | '--spread'
                --strategy sma-cross --cash 0              | --cash 0.0 must be above zero
                --strategy sma-cross --commission x%       | commission 'x%' must be an amount
                --strategy sma-cross --commission -1       | must be zero or above
                --strategy sma-cross --slippage lots       | slippage 'lots' must be an amount
                --strategy sma-cross --fill later          | fill 'later' must be next-open or close
                --strategy sma-cross --timeframe day       | timeframe 'day' must look like
                --strategy sma-cross --instrument US,500   | instrument 'US,500' must be
                --strategy sma-cross --colour red          | --colour
                """)
        void exitsWithTwoAndSaysHowToMend(String more, String message) {
            CliRun run = backtest(US500, (Object[]) more.split("\\s+"));

            assertThat(run.err()).contains(message).doesNotContain("\tat ");
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
        }

        @Test
        void namesEveryMissingOption() {
            CliRun run = CliRun.line("backtest");

            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .contains("'--strategy=ID', '--instrument=NAME', '--timeframe=LENGTH'")
                    .contains("See: tradetracker backtest --help");
            assertThat(CliRun.line("backtest --strategy x --instrument X --timeframe 1d")
                            .err())
                    .as("candles come from a file or a store")
                    .contains(
                            "give --data FILE, or --store DIR with --source NAME", "See: tradetracker backtest --help");
        }
    }

    @Nested
    class WhenTheDataIsBad {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                2013-01-02,1,2,1,2,5;2013-01-01,1,2,1,2,5 | line 3: time 2013-01-01T00:00:00Z is before
                2013-01-02,1,2,1,2,5;2013-01-02,1,2,1,2,5 | line 3: has the time of the candle above
                2013-01-02,1,2,1,NaN,5                    | line 2: close is NaN
                2013-01-02,1,2,1,abc,5                    | line 2: close 'abc' is no number
                2013-01-02,1,2,1                          | line 2: has 4 fields
                """)
        void exitsWithOneAndNamesTheLine(String lines, String message) throws IOException {
            Path data = Files.writeString(folder.resolve("bad.csv"), HEADER + lines.replace(';', '\n') + "\n");
            Path fills = folder.resolve("fills.csv");

            CliRun run = backtest(data, "--strategy", "sma-cross", "--fills", fills);

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).contains("bad.csv").contains(message).doesNotContain("\tat ");
            assertThat(fills).doesNotExist();
        }

        @Test
        void exitsWithOneWhenThereIsNoFile() {
            CliRun run = backtest(folder.resolve("none.csv"), "--strategy", "sma-cross");

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).contains("there is no file " + folder.resolve("none.csv"));
        }

        @Test
        void showsTheStackOnlyWithDebug() {
            CliRun run = backtest(folder.resolve("none.csv"), "--strategy", "sma-cross", "--debug");

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).contains("\tat ");
        }
    }

    @Nested
    class WhenPluginsAreBad {
        @Test
        void listsEveryBrokenJarAndRunsNothing() throws IOException {
            PluginJars.smaCross(folder, "good.jar");
            Files.writeString(folder.resolve("text.jar"), "no jar");
            Files.write(folder.resolve("zeros.jar"), new byte[100]);

            CliRun run = backtest(folder, US500, "--strategy", "sma-cross");

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).contains("text.jar").contains("zeros.jar").doesNotContain("good.jar");
            assertThat(run.out()).isEmpty();
        }

        @Test
        void refusesTwoPluginsWithOneId() {
            PluginJars.smaCross(folder, "one.jar");
            PluginJars.smaCross(folder, "two.jar");

            CliRun run = CliRun.of("strategies", "--plugins", folder);

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).contains("one.jar").contains("two.jar");
        }

        @Test
        void refusesAMissingFolder() {
            CliRun run = CliRun.of("strategies", "--plugins", folder.resolve("none"));

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).contains(folder.resolve("none").toString());
        }

        @Test
        void saysThatAFolderIsEmpty() {
            CliRun run = backtest(folder, US500, "--strategy", "sma-cross");

            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("there is no plugin jar in it");
        }
    }

    @Nested
    class WhenFillsCannotBeWritten {
        @Test
        void refusesAFolderAMissingFolderAndTheDataItself() throws IOException {
            Path data = Files.copy(US500, folder.resolve("data.csv"));

            CliRun aFolder = smaCross("--fills", folder);
            CliRun missing = smaCross("--fills", folder.resolve("none/fills.csv"));
            CliRun same = backtest(data, "--strategy", "sma-cross", "--fills", data);

            assertThat(aFolder.exit()).isEqualTo(1);
            assertThat(aFolder.err()).contains("cannot write " + folder).contains("it is a folder");
            assertThat(missing.exit()).isEqualTo(1);
            assertThat(missing.err()).contains("there is no folder " + folder.resolve("none"));
            assertThat(same.exit()).isEqualTo(2);
            assertThat(same.err()).contains("would overwrite the file of --data");
            assertThat(data).hasSameTextualContentAs(US500);
        }

        @Test
        void saysWhatTheDiskSays() {
            CliRun run = smaCross("--fills", folder.resolve("x".repeat(300)));

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).startsWith("tradetracker: cannot write ").doesNotContain("\tat ");
            assertThat(folder).isEmptyDirectory();
        }

        @Test
        void leavesAnOldFileWhenTheRunFails() throws IOException {
            Path fills = Files.writeString(folder.resolve("fills.csv"), "old");

            smaCross("--fills", fills, "--set", "fast=40");

            assertThat(fills).hasContent("old");
            assertThat(folder.toFile().list()).containsExactly("fills.csv");
        }
    }

    @Test
    void writesEveryKindOfFile() throws IOException {
        Path html = folder.resolve("page.html");

        CliRun run = smaCross(
                "-q",
                "--round-trips",
                folder.resolve("trips.csv").toString(),
                "--tax-lots",
                folder.resolve("lots.csv").toString(),
                "--equity",
                folder.resolve("equity.csv").toString(),
                "--html",
                html.toString());

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(folder.resolve("trips.csv")).content().startsWith("instrument,side,quantity,entryTime,");
        assertThat(folder.resolve("lots.csv")).content().startsWith("instrument,side,quantity,entryTime,");
        assertThat(folder.resolve("equity.csv")).content().startsWith("time,equity\n");
        assertThat(html).content().startsWith("<!doctype html>").doesNotContain("<script", "http:", "https:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --path finer:gone.csv       | gone.csv
                    --path sideways             | path 'sideways' must be
                    --end never                 | --end never must be exclude or close
                    --leverage 0                | --leverage 0.0 must be above zero
                    --financing 5               | must be LONG%/SHORT%
                    --entries 0                 | --entries 0 must be 1 or more
                    --positions both            | positions 'both' must be netting or hedging
                    --max-position 0            | --max-position 0 must be a number above zero, such as 100
                    --max-position many         | --max-position many must be a number above zero
                    --max-exposure NaN          | --max-exposure NaN must be a number above zero
                    --max-exposure Infinity     | --max-exposure Infinity must be a number above zero
                    --max-orders-per-hour 0     | --max-orders-per-hour 0 must be a whole number of 1 or more
                    --max-orders-per-hour 2.5   | --max-orders-per-hour 2.5 must be a whole number of 1 or more
                    --max-daily-loss -1         | --max-daily-loss -1 must be a number above zero and at most 100
                    --max-daily-loss 5:wait     | what follows the colon of 5:wait must be block or close
                    --max-drawdown 101          | --max-drawdown 101 must be a number above zero and at most 100
                    --max-drawdown :block       | --max-drawdown :block must be a number above zero
                    --account-currency EUR      | --account-currency and --rate go together
                    --ask gone.csv              | gone.csv
                    --days-per-year 1000        | --days-per-year 1000.0 must be 1 to 366
                    --slippage 200%             | must be below 100%
                    --commission twelve         | commission 'twelve' must be
                    """)
    void saysWhatIsWrongWithAnOptionOfTheSimulation(String options, String message) {
        CliRun run = smaCross((Object[]) options.split(" ", -1));

        assertThat(run.exit()).isNotZero();
        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void keepsOrderRulesAndSaysHowOftenEachRefused() throws IOException {
        CliRun run = smaCross(
                "--size",
                "units:2",
                "--max-position",
                "1",
                "--max-exposure",
                "150%",
                "--max-daily-loss",
                "5:block",
                "--max-drawdown",
                "20");
        CliRun limited = smaCross(
                "--size",
                "units:2",
                "--max-position",
                "1",
                "--max-orders-per-hour",
                "3",
                "--max-daily-loss",
                "5:block",
                "--json");
        JsonNode json = JsonMappers.strict().readTree(limited.out());

        assertThat(limited.err()).contains("orders were refused, the first at", "at most 1 are allowed");
        assertThat(run.out()).containsPattern("Refused by rule   MAX_POSITION \\d+\n");
        assertThat(json.get("orderRules").toString())
                .isEqualTo("{\"maxPosition\":1,\"maxOrdersPerHour\":3,\"maxDailyLossPercent\":5,"
                        + "\"atDailyLoss\":\"block\"}");
        assertThat(json.get("refusedByRule").get("MAX_POSITION").intValue()).isPositive();
        assertThat(json.get("fills").intValue()).isZero();
    }

    @Test
    void tellsWhatComesOutWhenPricesCameInAnotherOrder() throws IOException {
        Path file = folder.resolve("ambiguous.csv");
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 1; i <= 60; i++) {
            int open = 1_000 + 10 * i;
            int reach = i % 10 == 0 ? 500 : 1;
            csv.append(LocalDate.of(2020, 1, 1).plusDays(i))
                    .append(",%d,%d,%d,%d,1\n".formatted(open, open + 10 + reach, open - reach, open + 10));
        }
        Files.writeString(file, csv);

        JsonNode json =
                json(backtest(file, "--strategy", "breakout-atr", "--json", "--set", "channel=2", "atrPeriod=2"));

        assertThat(json.get("ambiguousCandles").intValue()).isPositive();
        assertThat(json.get("otherPath").get("path").textValue()).isEqualTo("nearest-extreme");
        assertThat(json.get("otherPath").get("finalEquity").isNumber()).isTrue();
    }

    @Test
    void runsOverSeveralInstrumentsOnOneAccount() throws IOException {
        JsonNode json = json(smaCross("--data", US500, "--instrument", "COPY", "--json"));

        assertThat(json.get("instrument").textValue()).isEqualTo("US500,COPY");
        assertThat(json.get("fills").intValue()).isPositive();
    }
}
