package io.tradetracker.core.simulation;

import io.tradetracker.api.order.OrderSide;
import io.tradetracker.core.risk.AccountFacts;
import io.tradetracker.core.risk.AccountWatch;
import io.tradetracker.core.risk.CheckResult;
import io.tradetracker.core.risk.HaltMode;
import io.tradetracker.core.risk.KillSwitch;
import io.tradetracker.core.risk.OrderRules;
import io.tradetracker.core.risk.ProposedOrder;
import io.tradetracker.core.risk.RuleName;
import io.tradetracker.core.risk.RuleOutcome;
import java.time.Instant;
import java.util.List;

/** Asks the order rules about entries, and acts when a limit of losses is reached. Used by one thread. */
final class EntryGate {
    /** Whether equity must be followed from candle to candle. */
    final boolean watchesLoss;

    private final OrderRules rules;
    private final AccountWatch watch;
    private final Account account;
    private final Records records;
    private final boolean hasRules;
    private Book[] books = {};

    EntryGate(Account account, Records records) {
        this.account = account;
        this.records = records;
        rules = account.settings.orderRules();
        watch = new AccountWatch(rules, account.settings.cash());
        hasRules = !rules.isNone();
        watchesLoss = rules.limitsLoss();
    }

    void watchOver(Book[] all) {
        books = all;
    }

    /** {@return whether entries must be asked about at all} */
    boolean isAsked() {
        return hasRules || watch.killSwitch() != null;
    }

    /** {@return what the rules say to an order that is placed and may open something} */
    CheckResult place(long timeMillis) {
        CheckResult result = rules.checkPlacing(watch.facts(timeMillis, account.equity(), 0, 0));
        if (result.allowed()) {
            watch.onOrder(timeMillis);
        }
        return result;
    }

    /** {@return what the rules say to an entry that fills now} */
    CheckResult fill(Book book, OrderSide side, double closes, double opens, double price) {
        Holdings holdings = book.holdings;
        double each = price * book.instrument.multiplier().doubleValue() * holdings.rate();
        AccountFacts facts = watch.facts(
                holdings.now(), holdings.equityAt(price), book.lots.quantity(side.sign()), exposure(book, price));
        return rules.checkSize(new ProposedOrder(book.instrument.id(), side, closes + opens, each, opens), facts);
    }

    /** What is open is worth, in the account's currency, when one instrument has this price. */
    private double exposure(Book at, double price) {
        double sum = 0;
        for (Book book : books) {
            sum += book.holdings.exposureAt(book == at ? price : book.holdings.marketPrice());
        }
        return sum;
    }

    /** A candle opened. */
    void onTime(long timeMillis) {
        watch.onTime(timeMillis, account.equity());
    }

    /** Candles closed while nobody watched: what is reached is acted on later. */
    void follow() {
        watch.onEquity(account.equity());
    }

    /** Candles closed: a limit of losses may have been reached. */
    void act(long timeMillis) {
        follow();
        List<RuleOutcome> reached = watch.takeReached();
        if (reached.isEmpty()) {
            return;
        }
        boolean closes = false;
        for (RuleOutcome outcome : reached) {
            HaltMode mode = outcome.rule().equals(RuleName.DRAWDOWN) ? rules.atDrawdown() : rules.atDailyLoss();
            closes |= mode == HaltMode.CLOSE;
            records.notice(
                    timeMillis, outcome.rule() + "_HALT", outcome.sentence() + "; " + consequence(outcome, mode));
        }
        block(timeMillis, new CheckResult(reached), closes);
    }

    private static String consequence(RuleOutcome outcome, HaltMode mode) {
        return (mode == HaltMode.CLOSE ? "all is closed and nothing opened " : "nothing is opened ")
                + (outcome.rule().equals(RuleName.DRAWDOWN) ? "until somebody resumes" : "until tomorrow");
    }

    void kill(KillSwitch killSwitch) {
        watch.kill(killSwitch);
        long time = killSwitch.since().toEpochMilli();
        CheckResult result = rules.checkPlacing(watch.facts(time, account.equity(), 0, 0));
        String what = killSwitch.mode() == HaltMode.CLOSE ? "all is closed" : "positions stay";
        records.notice(time, "KILLED", "the kill switch was pulled, " + what + ": " + killSwitch.reason());
        block(time, result, killSwitch.mode() == HaltMode.CLOSE);
    }

    void resume(Instant time, String reason) {
        if (watch.resume(account.equity())) {
            records.notice(time.toEpochMilli(), "RESUMED", "entries are free again: " + reason);
        }
    }

    AccountWatch watch() {
        return watch;
    }

    private void block(long timeMillis, CheckResult why, boolean closes) {
        for (Book book : books) {
            book.block(timeMillis, why);
            if (closes) {
                book.closeByForce(timeMillis);
            }
        }
    }
}
