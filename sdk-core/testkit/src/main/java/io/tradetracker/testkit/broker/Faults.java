package io.tradetracker.testkit.broker;

import java.time.Duration;

/**
 * How often a broker does what, each in percent of its chances. Immutable; made from {@link #NONE} by changes.
 *
 * @param requestLost a request never arrives, and no answer comes
 * @param answerLost a request is done, and no answer comes
 * @param late a request is done some time after its answer was given up
 * @param refusedLater a request is accepted, and refused in its confirmation without having been done
 * @param confirmHidden a confirmation is asked for and not there yet
 * @param readFails a reading call throws
 * @param older a reading call shows what was there at the one before
 * @param forgets a reading call leaves one thing out
 * @param rowsLate a row of the record is not shown before its time
 * @param rowsTwice a row of the record is shown twice in one answer
 * @param rowsBare a row of the record has no quantity and no price before its time
 * @param lateness how late requests and rows may be; a request is never later than the broker's longest
 */
public record Faults(
        int requestLost,
        int answerLost,
        int late,
        int refusedLater,
        int confirmHidden,
        int readFails,
        int older,
        int forgets,
        int rowsLate,
        int rowsTwice,
        int rowsBare,
        Duration lateness) {
    /** A broker that does everything right. */
    public static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Duration.ZERO);

    /** Everything at once but rows that are bare, each sometimes, and at most that late. */
    public static Faults all(Duration lateness) {
        return new Faults(12, 12, 12, 5, 50, 10, 15, 15, 50, 20, 0, lateness);
    }

    /** {@return a copy that loses requests or answers that often, before or after they were done} */
    public Faults losing(int requests, int answers) {
        return new Faults(
                requests,
                answers,
                late,
                refusedLater,
                confirmHidden,
                readFails,
                older,
                forgets,
                rowsLate,
                rowsTwice,
                rowsBare,
                lateness);
    }

    /** {@return a copy that does requests late that often, after their answer was given up} */
    public Faults late(int percent, Duration latest) {
        return new Faults(
                requestLost,
                answerLost,
                percent,
                refusedLater,
                confirmHidden,
                readFails,
                older,
                forgets,
                rowsLate,
                rowsTwice,
                rowsBare,
                latest);
    }

    /** {@return a copy that accepts and then refuses, and hides confirmations, that often} */
    public Faults confirming(int refused, int hidden) {
        return new Faults(
                requestLost,
                answerLost,
                late,
                refused,
                hidden,
                readFails,
                older,
                forgets,
                rowsLate,
                rowsTwice,
                rowsBare,
                lateness);
    }

    /** {@return a copy whose reading calls fail, show an older state or forget something that often} */
    public Faults reading(int fails, int shownOlder, int forgotten) {
        return new Faults(
                requestLost,
                answerLost,
                late,
                refusedLater,
                confirmHidden,
                fails,
                shownOlder,
                forgotten,
                rowsLate,
                rowsTwice,
                rowsBare,
                lateness);
    }

    /** {@return a copy whose record is late or repeats rows that often} */
    public Faults record(int latePercent, int twicePercent, Duration latest) {
        return new Faults(
                requestLost,
                answerLost,
                late,
                refusedLater,
                confirmHidden,
                readFails,
                older,
                forgets,
                latePercent,
                twicePercent,
                rowsBare,
                latest);
    }

    /** {@return a copy whose rows have no quantity and no price at first that often} */
    public Faults bareRows(int percent, Duration latest) {
        return new Faults(
                requestLost,
                answerLost,
                late,
                refusedLater,
                confirmHidden,
                readFails,
                older,
                forgets,
                rowsLate,
                rowsTwice,
                percent,
                latest);
    }
}
