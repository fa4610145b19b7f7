package app.marquee.parks;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The parks, one at a time. */
@ApplicationScoped
class ParkRepository implements PanacheRepositoryBase<Park, Long> {}
