package io.tradetracker.testkit.broker;

import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.market.Instrument;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * What {@link BrokerContract} needs around a broker: an account that nobody else uses, with money and nothing open or
 * waiting, and a market that is open and stands still unless it is moved. Used by one thread.
 */
public interface BrokerStage extends AutoCloseable {
    /** {@return another connection to the same account; the contract closes it} */
    Broker connect();

    /** {@return what is traded; its price is quoted in the account's currency} */
    Instrument instrument();

    /** {@return units of an ordinary order: half of it can be traded, and the account can pay fifty of it} */
    BigDecimal quantity();

    /**
     * {@return a difference in price, on the price step and larger than the spread, that the market can be moved by}
     */
    BigDecimal distance();

    /** {@return what a seller gets now} */
    BigDecimal bid();

    /** {@return what a buyer pays now} */
    BigDecimal ask();

    /** Lets the bid come to this price, or waits until it is there or beyond; the ask follows. */
    void moveTo(BigDecimal bid);

    /** Lets time pass: moves a clock, or sleeps. Called again and again while something is waited for. */
    void pass(Duration time);

    /** {@return the moment by the broker's clock, UTC} */
    Instant now();

    /** {@return how long an order that ends by itself waits in the contract; some venues have a minimum} */
    default Duration expiry() {
        return Duration.ofMinutes(1);
    }

    /** Ends what was made for one test. */
    @Override
    void close();
}
