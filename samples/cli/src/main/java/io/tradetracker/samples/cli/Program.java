package io.tradetracker.samples.cli;

import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.market.PriceSide;
import io.tradetracker.api.market.Timeframe;
import io.tradetracker.api.strategy.PositionSize;
import io.tradetracker.core.report.RoundTripMethod;
import io.tradetracker.core.simulation.Commission;
import io.tradetracker.core.simulation.FillAt;
import io.tradetracker.core.simulation.Financing;
import io.tradetracker.core.simulation.LimitFill;
import io.tradetracker.core.simulation.PositionMode;
import io.tradetracker.core.simulation.SizeAt;
import io.tradetracker.core.simulation.Slippage;
import io.tradetracker.core.simulation.Spread;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Builds the command line and runs one command. */
final class Program {
    private Program() {}

    static int run(PrintWriter out, PrintWriter err, String... args) {
        FailureReport failures = new FailureReport(err);
        CommandLine line = new CommandLine(new RootCommand())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setUsageHelpAutoWidth(true)
                .registerConverter(double.class, Decimal::parse)
                .registerConverter(Path.class, FileName::parse)
                .registerConverter(InstrumentId.class, converter(InstrumentId::of))
                .registerConverter(Timeframe.class, converter(Timeframe::parse))
                .registerConverter(PositionSize.class, converter(PositionSize::parse))
                .registerConverter(Commission.class, converter(Commission::parse))
                .registerConverter(Slippage.class, converter(Slippage::parse))
                .registerConverter(Spread.class, converter(Spread::parse))
                .registerConverter(Financing.class, converter(Financing::parse))
                .registerConverter(FillAt.class, converter(FillAt::parse))
                .registerConverter(LimitFill.class, converter(LimitFill::parse))
                .registerConverter(SizeAt.class, converter(SizeAt::parse))
                .registerConverter(PositionMode.class, converter(PositionMode::parse))
                .registerConverter(RoundTripMethod.class, converter(RoundTripMethod::parse))
                .registerConverter(PriceSide.class, converter(text -> new PriceSide(text.toUpperCase(Locale.ROOT))))
                .registerConverter(DownloadSources.Named.class, DownloadSources::parse)
                .registerConverter(Instant.class, TimeText::parse)
                .registerConverter(CurrencyCode.class, converter(CurrencyCode::of));
        inOneOrder(line);
        try {
            return line.execute(args);
        } catch (Error fatal) {
            return failures.fatal(fatal, line.getParseResult());
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** Options in the order of the source: picocli sorts by the rules of the machine's language. */
    private static void inOneOrder(CommandLine line) {
        line.getCommandSpec().usageMessage().sortSynopsis(false).sortOptions(false);
        line.getSubcommands().values().forEach(Program::inOneOrder);
    }

    private static <T> ITypeConverter<T> converter(Function<String, T> parser) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException refused) {
                throw new TypeConversionException(String.valueOf(refused.getMessage()));
            }
        };
    }
}
