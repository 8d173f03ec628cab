package io.tradetracker.core.study;

import java.util.Objects;

/**
 * How a study is done. Immutable.
 *
 * @param entry when a trial begins
 * @param horizon how many candles a pattern has to be confirmed, and then to reach its target, 1 to 10,000
 * @param minTrials with fewer trials nothing is said about a pattern, 1 or more
 * @param falseDiscoveryRate the share of patterns with a stated edge that may be there by chance, above 0 and below 1
 * @param draws random entries for each trial, 20 to 10,000
 * @param seed of the random entries; the same seed gives the same result
 */
public record StudySettings(
        EntryRule entry, int horizon, int minTrials, double falseDiscoveryRate, int draws, long seed) {
    /** @throws IllegalArgumentException when a number is outside its bounds */
    public StudySettings {
        Objects.requireNonNull(entry);
        check("horizon", horizon, 1, 10_000);
        check("minTrials", minTrials, 1, Integer.MAX_VALUE);
        check("draws", draws, 20, 10_000);
        if (!(falseDiscoveryRate > 0 && falseDiscoveryRate < 1)) {
            throw new IllegalArgumentException(
                    "falseDiscoveryRate " + falseDiscoveryRate + " must be above 0 and below 1");
        }
    }

    private static void check(String name, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(name + " " + value + " must be "
                    + (highest == Integer.MAX_VALUE ? lowest + " or more" : lowest + " to " + highest));
        }
    }

    /** {@return entries when confirmed, 60 candles, 20 trials, 5 % of false discoveries, 200 draws of seed 1} */
    public static StudySettings usual() {
        return new StudySettings(EntryRule.WHEN_CONFIRMED, 60, 20, 0.05, 200, 1);
    }

    /** {@return these with another entry} */
    public StudySettings withEntry(EntryRule newEntry) {
        return new StudySettings(newEntry, horizon, minTrials, falseDiscoveryRate, draws, seed);
    }

    /** {@return these with another horizon, in candles} */
    public StudySettings withHorizon(int candles) {
        return new StudySettings(entry, candles, minTrials, falseDiscoveryRate, draws, seed);
    }

    /** {@return these with another number of trials to say anything} */
    public StudySettings withMinTrials(int trials) {
        return new StudySettings(entry, horizon, trials, falseDiscoveryRate, draws, seed);
    }

    /** {@return these with another share of false discoveries, above 0 and below 1} */
    public StudySettings withFalseDiscoveryRate(double share) {
        return new StudySettings(entry, horizon, minTrials, share, draws, seed);
    }

    /** {@return these with another number of random entries for each trial} */
    public StudySettings withDraws(int entries) {
        return new StudySettings(entry, horizon, minTrials, falseDiscoveryRate, entries, seed);
    }

    /** {@return these with another seed} */
    public StudySettings withSeed(long newSeed) {
        return new StudySettings(entry, horizon, minTrials, falseDiscoveryRate, draws, newSeed);
    }
}
