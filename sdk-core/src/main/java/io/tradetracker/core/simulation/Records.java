package io.tradetracker.core.simulation;

import io.tradetracker.api.market.Instrument;
import io.tradetracker.api.market.InstrumentId;
import io.tradetracker.api.strategy.Rejection;
import io.tradetracker.core.risk.CheckResult;
import io.tradetracker.core.risk.RefusedCheck;
import io.tradetracker.core.risk.RuleOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Everything that a simulated account did, for all its instruments. Used by one thread. */
final class Records {
    final FillLog fills;
    final LotLog lots = new LotLog();
    final ChargeLog charges = new ChargeLog();
    final List<Rejection> rejections = new ArrayList<>();
    final List<RefusedCheck> refusedChecks = new ArrayList<>();
    final List<AccountNotice> notices = new ArrayList<>();
    private int orders;
    private int ambiguousCandles;
    private int closeOuts;

    Records(List<Instrument> instruments) {
        fills = new FillLog(instruments);
    }

    int nextOrder() {
        return ++orders;
    }

    void reject(long timeMillis, OrderTag tag, Refusal refusal) {
        reject(timeMillis, tag.text(), refusal);
    }

    void reject(long timeMillis, String tag, Refusal refusal) {
        rejections.add(new Rejection(Instant.ofEpochMilli(timeMillis), tag, refusal.code(), refusal.message()));
    }

    /** Keeps a check that refused, and tells of it by its first rule. */
    void reject(long timeMillis, InstrumentId instrument, OrderTag tag, CheckResult check) {
        // a strategy may want to enter at each of a million candles: what the rules say again and again is kept once
        CheckResult last =
                refusedChecks.isEmpty() ? check : refusedChecks.getLast().result();
        RefusedCheck kept = new RefusedCheck(
                Instant.ofEpochMilli(timeMillis), instrument, tag.text(), last.equals(check) ? last : check);
        refusedChecks.add(kept);
        RuleOutcome refusal = kept.refusal();
        rejections.add(new Rejection(kept.time(), kept.tag(), refusal.rule().name(), refusal.sentence()));
    }

    void notice(long timeMillis, String code, String message) {
        notices.add(new AccountNotice(Instant.ofEpochMilli(timeMillis), code, message));
    }

    void ambiguousCandle() {
        ambiguousCandles++;
    }

    void closeOut() {
        closeOuts++;
    }

    int closeOuts() {
        return closeOuts;
    }

    int ambiguousCandles() {
        return ambiguousCandles;
    }
}
