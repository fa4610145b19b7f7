/**
 * The two providers of live wait times, asked on a schedule.
 *
 * <p>A cycle asks one provider for all its configured parks, once per slot in the whole cluster:
 * the node that inserts the slot's row runs it. Its snapshots are recorded at the cycle's start. A
 * park that fails is noted with its reason and stops nobody else. States of a cycle: {@code running
 * → success | partial | failed}; one that outlives its process is failed by a later one.
 */
package app.marquee.parks.collect;
