/** The REST interface as it is: each call, with its own words and exact numbers. Texts are open sets. */
@NullMarked
package io.tradetracker.broker.capital.rest;

import org.jspecify.annotations.NullMarked;
