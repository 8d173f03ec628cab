package io.tradetracker.broker.capital.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.SendPermit;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.api.order.OrderRequest;
import io.tradetracker.api.order.OrderSide;
import io.tradetracker.broker.capital.simulator.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request that could not leave soon does not leave at all: nobody would know it for the one that was wanted. */
final class LateRequestTest {
    private static final OrderAction BUY = new OrderAction.Submit(
            OrderRequest.market(ClientOrderId.of("late"), InstrumentId.of("GOLD"), OrderSide.BUY, BigDecimal.ONE));

    private final SimulatorStage stage = new SimulatorStage(false);
    private final Broker broker = stage.connect();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void leavesWhenItsTurnComesSoon() {
        pauseBy(3);

        assertThat(sent()).isInstanceOf(SubmitOutcome.Accepted.class);
        assertThat(stage.record().executions()).hasSize(1);
    }

    @Test
    void doesNotLeaveWhenItsTurnComesLaterThanTheLongestRequestAllows() {
        pauseBy(6);

        assertThat(sent())
                .isInstanceOfSatisfying(
                        SubmitOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(SubmitOutcome.Refused.NOT_PERMITTED));
        assertThat(stage.record().writes()).isEmpty();
    }

    /**
     * The service says that it was asked too much; each time nothing leaves for twice as long, from one second on. A
     * question is asked three times, so that nothing is asked any more after the last of them.
     */
    private void pauseBy(int times) {
        for (int i = 0; i < times; i++) {
            stage.faults().next("GET", "/positions", Fault.tooManyRequests());
        }
        FutureTask<?> reading = begin(() -> {
            while (stage.faults().waiting() > 0) {
                try {
                    broker.positions();
                } catch (RuntimeException asExpected) {
                    assertThat(asExpected).hasMessageContaining("Too many requests");
                }
            }
            return "";
        });
        while (!reading.isDone()) {
            pass();
        }
    }

    private SubmitOutcome sent() {
        FutureTask<SubmitOutcome> sending = begin(() -> broker.send(BUY, SendPermit.ALWAYS));
        while (!sending.isDone()) {
            pass();
        }
        return sending.resultNow();
    }

    /** Time passes only for who waits for it: one thread more than the one that keeps the session. */
    private void pass() {
        if (stage.waiting() > 1) {
            stage.pass(Duration.ofMillis(500));
        } else {
            LockSupport.parkNanos(100_000);
        }
    }

    private static <T> FutureTask<T> begin(java.util.concurrent.Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }
}
