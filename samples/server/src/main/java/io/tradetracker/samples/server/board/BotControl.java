package io.tradetracker.samples.server.board;

/** What people can do to a bot. Calls return when it is done. Safe for use by several threads. */
public interface BotControl {
    /** Lets the bot trade; nothing happens when it runs. */
    void start();

    /** Stops the bot; its position stays as it is. Nothing happens when it is stopped. */
    void stop();

    /**
     * Ends this bot, keeps its record as it is, and starts one of the same kind with a new account.
     *
     * @return the new bot
     */
    HostedBot startOver();

    /** Holds the recorded prices where they are, or lets them go on. */
    void pause(boolean paused);

    /**
     * Changes how fast recorded prices come.
     *
     * @param speed how many times faster than they happened, 1 to 3600
     */
    void speed(double speed);
}
