package app.marquee.parks;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether facts that should have come have not, as this node last saw it. */
@ApplicationScoped
public class ExpectedData {
  private volatile boolean late;

  /** From now on, and until told otherwise. */
  public void late(boolean late) {
    this.late = late;
  }

  boolean late() {
    return late;
  }
}
