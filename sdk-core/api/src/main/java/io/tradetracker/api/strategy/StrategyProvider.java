package io.tradetracker.api.strategy;

import io.tradetracker.api.parameter.ParameterValues;
import java.util.List;
import org.pf4j.ExtensionPoint;

/**
 * What a plugin jar offers. The build-time processor writes one for each {@link StrategyInfo}; few people write one.
 */
public interface StrategyProvider extends ExtensionPoint {
    /** {@return the strategies of this provider; the same at each call} */
    List<StrategySpec> strategies();

    /**
     * Makes a strategy for one run.
     *
     * @param strategyId one of {@link #strategies()}
     * @param parameters checked against its specification
     * @param context where it declares what it needs
     * @return a new strategy
     * @throws IllegalArgumentException when there is no such strategy, or its own check of the parameters fails
     */
    Strategy create(String strategyId, ParameterValues parameters, StrategyContext context);
}
