package io.tradetracker.processor;

import io.tradetracker.api.strategy.StrategySpec;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * A strategy that passed every check.
 *
 * @param type the author's class
 * @param packageName its package, empty for the unnamed one
 * @param providerName simple name of the class to generate
 * @param recordName qualified name of the parameter record, empty when there is none
 * @param bindings for each record component the Java expression that reads it
 * @param spec what hosts are told
 */
record StrategyModel(
        TypeElement type,
        String packageName,
        String providerName,
        String recordName,
        List<String> bindings,
        StrategySpec spec) {
    String qualifiedProviderName() {
        return packageName.isEmpty() ? providerName : packageName + "." + providerName;
    }
}
