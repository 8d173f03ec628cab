package io.tradetracker.core.gateway;

/**
 * Who wants an order: a bot, or somebody by hand. Immutable.
 *
 * @param kind bot or person
 * @param name the bot's id, or the person's name in the words of the host; 1 to 100 characters
 */
public record OrderOwner(Kind kind, String name) {
    /** @throws IllegalArgumentException when the name is blank or too long */
    public OrderOwner {
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("an order's owner needs a name of 1 to 100 characters: '" + name + "'");
        }
    }

    /** Who can want an order. */
    public enum Kind {
        /** A running strategy. */
        BOT,
        /** A person. */
        PERSON
    }

    /** {@return the bot of that id} */
    public static OrderOwner bot(String id) {
        return new OrderOwner(Kind.BOT, id);
    }

    /** {@return the person of that name} */
    public static OrderOwner person(String name) {
        return new OrderOwner(Kind.PERSON, name);
    }

    /** {@return such as {@code bot trend-1} or {@code person Ada}} */
    @Override
    public String toString() {
        return (kind == Kind.BOT ? "bot " : "person ") + name;
    }
}
