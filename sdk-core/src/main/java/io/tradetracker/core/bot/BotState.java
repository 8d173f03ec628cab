package io.tradetracker.core.bot;

/** Whether a bot works. */
public enum BotState {
    /** It handles candles and may trade. */
    RUNNING,
    /** Its owner halted it; its position and the position's protection stay. */
    STOPPED,
    /** Its record or its feed failed; it makes itself anew from its record until that works. Never on record. */
    RECOVERING,

    /** Something went wrong; it does nothing until its owner starts it again. */
    FAULTED
}
