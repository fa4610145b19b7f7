package app.marquee.demo;

/**
 * What a park's feed says of one ride in one slot.
 *
 * @param status the stated status, or null from a feed that states none
 * @param waitMinutes null unless the ride operates and has a queue
 */
record DemoSnapshot(Slot slot, String status, boolean open, Integer waitMinutes) {}
