package dev.atelier.adapter.http;

import dev.atelier.domain.search.Location;
import java.util.Optional;
import java.util.OptionalInt;

record LocationJson(OptionalInt page, Optional<String> heading, int start, int end) {

    static LocationJson of(Location location) {
        return new LocationJson(location.page(), location.heading(), location.start(), location.end());
    }
}
