/**
 * The labelled sample data: fictional parks whose every fact is a pure function of park, ride and
 * ten-minute slot, and fictional films that follow from their numbers.
 *
 * <p>Nothing here remembers or draws at random, so any two starts, nodes or runs tell the same
 * story: a start writes the slots the database has missed, and a tick at each slot writes that
 * slot. The same functions over a larger catalogue feed the benchmark. The films are written once,
 * into a database that knows no others.
 */
package app.marquee.demo;
