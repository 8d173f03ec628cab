/** Makes files of pictures: PNG, SVG and PDF. */
@NullMarked
package io.tradetracker.charts.encode;

import org.jspecify.annotations.NullMarked;
