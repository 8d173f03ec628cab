package io.tradetracker.charts.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps labels of a picture from covering each other: who came first stays. For one picture and thread. */
final class LabelSpace {
    private final List<Rect> taken = new ArrayList<>();

    /** Takes a place, whatever is there. */
    void take(Rect place) {
        taken.add(place);
    }

    /** {@return whether nothing is there} */
    boolean isFree(Rect place) {
        return taken.stream().noneMatch(place::touches);
    }

    /** Takes the first of these places that is free and within an area; empty when there is none. */
    Optional<Rect> takeFirst(Rect within, List<Rect> places) {
        Optional<Rect> free = places.stream()
                .filter(each -> within.holds(each) && isFree(each))
                .findFirst();
        free.ifPresent(taken::add);
        return free;
    }
}
