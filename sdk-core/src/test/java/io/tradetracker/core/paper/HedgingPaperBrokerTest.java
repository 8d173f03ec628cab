package io.tradetracker.core.paper;

import io.tradetracker.core.simulation.PositionMode;
import io.tradetracker.testkit.broker.BrokerContract;
import io.tradetracker.testkit.broker.BrokerStage;

/** A paper account in hedging mode does what every broker must. */
final class HedgingPaperBrokerTest extends BrokerContract {
    @Override
    protected BrokerStage open() {
        return new PaperStage(PositionMode.HEDGING);
    }
}
