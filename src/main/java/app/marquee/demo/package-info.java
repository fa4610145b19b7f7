/**
 * The labelled sample data: fictional parks whose every fact is a pure function of park, ride and
 * ten-minute slot.
 *
 * <p>Nothing here remembers or draws at random, so any two starts, nodes or runs tell the same
 * story: a start writes the slots the database has missed, and a tick at each slot writes that
 * slot. The same functions over a larger catalogue feed the benchmark.
 */
package app.marquee.demo;
