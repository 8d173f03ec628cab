package io.tradetracker.core.gateway;

import io.tradetracker.api.broker.Broker;
import io.tradetracker.api.broker.SubmitOutcome;
import io.tradetracker.api.error.TradeTrackerException;
import io.tradetracker.api.order.ClientOrderId;
import io.tradetracker.api.order.OrderAction;
import io.tradetracker.core.CoreError;
import io.tradetracker.core.account.WantedAction;
import io.tradetracker.core.lease.LeaseKeeper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts on record what is wanted, then asks the broker for it, once. Safe for use by several threads. */
final class OrderSender {
    private final GatewaySettings settings;
    private final Desk desk;
    private final Intake intake;
    private final LeaseKeeper keeper;
    private final BrokerClock clock;
    private final Telling telling;
    private int onTheirWay;
    private volatile boolean halted;
    private volatile boolean closing;

    OrderSender(
            GatewaySettings settings,
            Desk desk,
            Intake intake,
            LeaseKeeper keeper,
            BrokerClock clock,
            Telling telling) {
        this.settings = settings;
        this.desk = desk;
        this.intake = intake;
        this.keeper = keeper;
        this.clock = clock;
        this.telling = telling;
    }

    /** No entry leaves from now on, whatever is on record, or entries may leave again. */
    void halt(boolean now) {
        halted = now;
    }

    List<IntentReport> request(OrderOwner owner, List<WantedAction> wanted, @Nullable Long input) {
        List<ClientOrderId> toSend = desk.trading(keeper, current -> intend(current, owner, wanted, input));
        toSend.forEach(this::sendInTurn);
        return desk.reading(current -> wanted.stream()
                .map(each -> current.book().find(each.id()).orElseThrow())
                .toList());
    }

    private List<ClientOrderId> intend(
            GatewaySession current, OrderOwner owner, List<WantedAction> wanted, @Nullable Long input) {
        List<GatewayFact> facts = new ArrayList<>();
        List<WantedTrade> trades = new ArrayList<>();
        boolean handled = input != null && input <= current.book().inputsHandled(owner);
        for (WantedAction each : wanted) {
            Optional<IntentReport> before = current.book().find(each.id());
            if (before.isPresent()) {
                requireSame(before.get(), owner, each);
            } else if (handled) {
                throw new TradeTrackerException(
                        CoreError.BAD_ORDER,
                        "input " + input + " of " + owner + " was handled without " + each.id()
                                + ": an owner must want the same after the same input");
            } else {
                facts.addAll(intake.take(current.book(), owner, each, trades));
            }
        }
        if (input != null && !handled) {
            facts.add(new GatewayFact.InputsHandled(clock.instant(), owner, input));
        }
        current.record(facts);
        return facts.stream()
                .filter(GatewayFact.Intended.class::isInstance)
                .map(fact -> ((GatewayFact.Intended) fact).intent().id())
                .toList();
    }

    private static void requireSame(IntentReport before, OrderOwner owner, WantedAction wanted) {
        if (!before.intent().owner().equals(owner) || !before.intent().action().equals(wanted.action())) {
            throw new TradeTrackerException(
                    CoreError.BAD_ORDER,
                    "the name " + wanted.id() + " is that of something else that "
                            + before.intent().owner() + " wanted: each needs a name of its own");
        }
    }

    private void sendInTurn(ClientOrderId id) {
        Optional<Turn> turn = desk.trading(keeper, current -> takeTurn(current, id));
        if (turn.isEmpty()) {
            return;
        }
        SubmitOutcome outcome = new SubmitOutcome.Unknown("The process failed while it was sent.", null);
        try {
            outcome = send(turn.get());
        } finally {
            answered(turn.get(), outcome);
        }
    }

    private Optional<Turn> takeTurn(GatewaySession current, ClientOrderId id) {
        IntentReport report = current.book().find(id).orElseThrow();
        if (report.status() == IntentStatus.QUEUED && !waitForTurn(current, report)) {
            return Optional.empty();
        }
        onTheirWay++;
        current.sending(id);
        return Optional.of(new Turn(current, report.intent()));
    }

    /** Waits until what looks the same is settled; after a while it is not sent at all. */
    private boolean waitForTurn(GatewaySession current, IntentReport report) {
        boolean free = desk.waitUntil(
                () -> !desk.isTrading(current) || isFirst(current, report),
                settings.terms().queueFor());
        desk.requireTrading(current);
        current.record(List.of(
                free
                        ? new GatewayFact.Due(clock.instant(), report.id())
                        : new GatewayFact.Settled(
                                clock.instant(),
                                report.id(),
                                Settlement.notExecuted(
                                        "It was never sent: another one that looks the same is not settled."))));
        return free;
    }

    private static boolean isFirst(GatewaySession current, IntentReport report) {
        return report.trade(current.book().tracker())
                .filter(trade -> Intake.like(current.book(), report.intent(), trade) != null)
                .isEmpty();
    }

    private SubmitOutcome send(Turn turn) {
        OrderAction action = turn.intent().action();
        boolean entry =
                action instanceof OrderAction.Submit submit && !submit.request().reduceOnly();
        Broker broker = settings.broker();
        try {
            return broker.send(action, () -> maySend(turn.session(), entry));
        } catch (RuntimeException broken) {
            return new SubmitOutcome.Unknown("The broker's module failed: " + broken, null);
        }
    }

    /** Asked right before the socket: by then the lease may be nearly over, or somebody may have pulled the switch. */
    private boolean maySend(GatewaySession session, boolean entry) {
        return !session.isBroken()
                && !(entry && halted)
                && !closing
                && keeper.outlasts(session.epoch(), settings.broker().longestRequest());
    }

    /** What cannot be put on record stays open there, and is found out like an answer that was lost. */
    private void answered(Turn turn, SubmitOutcome outcome) {
        desk.locked(() -> {
            onTheirWay--;
            turn.session().sent(turn.intent().id());
            try {
                if (desk.uses(turn.session())) {
                    turn.session()
                            .record(List.of(new GatewayFact.Answered(
                                    clock.instant(), turn.intent().id(), outcome)));
                }
            } catch (RuntimeException failed) {
                desk.drop("The record failed: " + failed.getMessage());
                telling.failed(failed);
            }
            return turn;
        });
    }

    /** Lets nothing leave any more, and waits for what is on its way. */
    void close() {
        desk.locked(() -> {
            desk.become(GatewayState.CLOSED, "It was closed.");
            closing = true;
            return desk.waitUntil(() -> onTheirWay == 0, settings.broker().longestRequest());
        });
    }

    /** Something that may be sent now, and the session in which it was put on record. */
    private record Turn(GatewaySession session, OrderIntent intent) {}
}
