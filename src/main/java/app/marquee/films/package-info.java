/**
 * What is known here of films without asking anybody: a port, so that features need not know who
 * keeps them.
 */
package app.marquee.films;
