package io.tradetracker.broker.capital.trading;

import io.tradetracker.testkit.broker.BrokerContract;
import io.tradetracker.testkit.broker.BrokerStage;

final class HedgingContractTest extends BrokerContract {
    @Override
    protected BrokerStage open() {
        return new SimulatorStage(true);
    }
}
