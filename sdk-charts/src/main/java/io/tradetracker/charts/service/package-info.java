/** Makes charts for many callers: within limits, each once, and kept by id. */
@NullMarked
package io.tradetracker.charts.service;

import org.jspecify.annotations.NullMarked;
