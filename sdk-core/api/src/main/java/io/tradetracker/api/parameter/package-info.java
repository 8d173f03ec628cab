/**
 * The parameters of a strategy: declared by annotations on one record, described as data, checked before a strategy
 * exists.
 */
@NullMarked
package io.tradetracker.api.parameter;

import org.jspecify.annotations.NullMarked;
