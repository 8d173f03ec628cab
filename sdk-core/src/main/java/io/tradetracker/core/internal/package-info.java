/** Shared by packages of this module; not for anybody else. */
@NullMarked
package io.tradetracker.core.internal;

import org.jspecify.annotations.NullMarked;
