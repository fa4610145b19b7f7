package app.marquee.views;

/** A run this node has claimed, with the lease it holds for it and the word by which it ends. */
record Claim(
    long logId,
    Scope scope,
    String holder,
    long fence,
    Trigger trigger,
    RunOptions options,
    Cancellation cancellation) {}
