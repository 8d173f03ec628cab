package io.tradetracker.samples.cli;

import io.tradetracker.api.account.CurrencyCode;
import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentRules;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options about the venue's rules for an instrument. What is not given stays as it is known. */
@SuppressWarnings("NullAway.Init")
final class InstrumentOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--price-step",
            order = 31,
            paramLabel = "STEP",
            description = "Smallest difference of two prices, such as 0.01. Default: any price")
    private @Nullable BigDecimal priceStep;

    @Option(
            names = "--quantity-step",
            order = 32,
            paramLabel = "STEP",
            description = "Smallest difference of two quantities, such as 1. Default: 0.00000001")
    private @Nullable BigDecimal quantityStep;

    @Option(
            names = "--multiplier",
            order = 33,
            paramLabel = "NUMBER",
            description = "What one unit is worth when the price is 1, for contracts. Default: 1")
    private @Nullable BigDecimal multiplier;

    @Option(names = "--currency", order = 34, paramLabel = "CODE", description = "Of the prices. Default: USD")
    private @Nullable CurrencyCode currency;

    /** {@return an instrument with what was given in the place of what is known} */
    Instrument apply(Instrument known) {
        InstrumentRules rules = known.rules();
        try {
            InstrumentRules given = new InstrumentRules(
                    priceStep == null ? rules.priceStep() : priceStep,
                    quantityStep == null ? rules.quantityStep() : quantityStep,
                    rules.minQuantity(),
                    rules.maxQuantity());
            return new Instrument(
                    known.id(),
                    currency == null ? known.currency() : currency,
                    given,
                    multiplier == null ? known.multiplier() : multiplier);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
    }
}
