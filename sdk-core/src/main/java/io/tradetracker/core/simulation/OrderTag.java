package io.tradetracker.core.simulation;

/** The name of an order: the strategy's, or one made of its number when somebody reads it. Used by one thread. */
final class OrderTag {
    private final int number;
    private String text;

    /** Empty text stands for a name made of the number. */
    OrderTag(String text, int number) {
        this.text = text;
        this.number = number;
    }

    /** {@return whether this is the name} */
    boolean is(String name) {
        return text().equals(name);
    }

    String text() {
        if (text.isEmpty()) {
            text = "order-" + number;
        }
        return text;
    }
}
