package io.leadbraid.simulator;

/** Tells the person at the terminal how far it is. */
public interface Progress {

    /** Something with so many steps begins. */
    void begin(String what, long steps);

    void at(long step);

    /** It is done, or will not be. */
    void end();
}
