/**
 * Files of facts, read line by line: what every feature's imports share.
 *
 * <p>A file comes plain or packed by gzip, as CSV, TSV or NDJSON, however long. It is read as a
 * stream and bounded in every direction: a line is cut at a length, a record refused at another,
 * and of the rejected lines only the first hundred are told. A bad line is reported and left out; a
 * file that breaks off keeps what came before.
 */
package app.marquee.imports;
