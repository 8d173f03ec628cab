package io.tradetracker.broker.capital.simulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which fault happens to which request. Used under the venue's lock. */
final class FaultPlan {
    private record Planned(Predicate<Call.Incoming> request, Predicate<Route> route, Fault fault) {}

    private record Chance(Fault fault, double probability) {}

    private final List<Planned> planned = new ArrayList<>();
    private final List<Chance> chances = new ArrayList<>();
    private Random random;

    FaultPlan(long seed) {
        random = new Random(seed);
    }

    void next(Predicate<Route> route, Fault fault) {
        planned.add(new Planned(request -> true, route, fault));
    }

    void next(String method, String path, Fault fault) {
        planned.add(new Planned(
                request -> request.method().equals(method) && request.path().startsWith(path), route -> true, fault));
    }

    void byChance(Fault fault, double probability) {
        chances.add(new Chance(fault, probability));
    }

    void seed(long seed) {
        random = new Random(seed);
    }

    void clear() {
        planned.clear();
        chances.clear();
    }

    int waiting() {
        return planned.size();
    }

    @Nullable
    Fault take(Route route, Call.Incoming request) {
        for (Iterator<Planned> all = planned.iterator(); all.hasNext(); ) {
            Planned next = all.next();
            if (next.route.test(route) && next.request.test(request)) {
                all.remove();
                return next.fault;
            }
        }
        return route.access() == Route.Access.OPEN ? null : byChance(route);
    }

    /** Draws for every chance, so that what comes later does not depend on what was hit. */
    private @Nullable Fault byChance(Route route) {
        Fault hit = null;
        for (Chance chance : chances) {
            boolean happens = random.nextDouble() < chance.probability;
            if (happens && hit == null && chance.fault.fits(route)) {
                hit = chance.fault;
            }
        }
        return hit;
    }
}
