/**
 * Orders that survive anything: every order of every bot and every hand goes through one gateway, whatever the broker.
 * What is to be done is on record before it is asked for, and what became of it afterwards.
 */
@NullMarked
package io.tradetracker.core.gateway;

import org.jspecify.annotations.NullMarked;
