package app.marquee.parks;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

/** A row of {@code park}, read alone; imports write them by the thousand, in SQL. */
@Entity
@Immutable
class Park {
  @Id Long parkId;
  String sourceKey;
  Long queueTimesId;
  String themeparksWikiId;
  String name;
  String city;
  String stateProvince;
  String country;
  Double latitude;
  Double longitude;
  String timezone;
  String operator;
  boolean isDisney;
  boolean isUniversal;
  boolean isActive;
  String downRule;
}
