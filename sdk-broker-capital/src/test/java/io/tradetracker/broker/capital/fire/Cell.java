package io.tradetracker.broker.capital.fire;

/**
 * One case: what is asked for, where the process dies, what the venue does wrong.
 *
 * @param wish what is asked for
 * @param step where the process dies
 * @param trouble what goes wrong
 * @param hedging whether the account hedges
 * @param seed of sizes, sides, chances and of the second death
 */
record Cell(Wish wish, String step, Trouble trouble, boolean hedging, long seed) {
    @Override
    public String toString() {
        return wish + " / " + step + " / " + trouble.words() + " / " + (hedging ? "hedging" : "netting") + " / seed "
                + seed;
    }
}
