package io.tradetracker.docs.guide;

import io.tradetracker.testkit.broker.BrokerContract;
import io.tradetracker.testkit.broker.BrokerStage;

/** What "Writing a broker" shows of the kit. */
// snippet: broker-contract
final class PaperContractTest extends BrokerContract {
    @Override
    protected BrokerStage open() {
        return new PaperBrokerStage(); // for each test: an account with money and nothing open, a market it can move
    }
}
// end
