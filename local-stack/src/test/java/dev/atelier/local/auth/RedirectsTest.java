package dev.atelier.local.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedirectsTest {

    private final Redirects redirects =
            new Redirects(List.of(URI.create("http://localhost:3000"), URI.create("https://preview.example")));

    @Test
    void anAddressOfTheSiteOrOfAnotherThatIsAllowedIsTaken() {
        for (String address : List.of(
                "http://localhost:3000",
                "http://localhost:3000/reset?a=b",
                "http://127.0.0.1:3000/reset",
                "HTTP://LOCALHOST:3000/reset",
                "https://preview.example/reset",
                "https://preview.example:443/reset")) {
            assertEquals(URI.create(address), redirects.firstAllowed(List.of(address)));
        }
    }

    @Test
    void anyOtherIsReplacedByTheSite() {
        for (String address : List.of(
                "",
                "/reset",
                "//evil.example",
                "https://evil.example",
                "http://localhost:3001/reset",
                "https://localhost:3000/reset",
                "http://localhost.evil.example:3000",
                "http://localhost:3000@evil.example",
                "http://user@localhost:3000/reset",
                "http://localhost:3000\\@evil.example",
                "http://localhost:3000/\r\nSet-Cookie: a=b",
                "http://preview.example",
                "javascript:alert(1)",
                "data:text/html,hello")) {
            assertEquals(URI.create("http://localhost:3000"), redirects.firstAllowed(List.of(address)), address);
        }
    }

    @Test
    void theFirstThatIsAllowedCounts() {
        String page = "http://127.0.0.1:3000/";
        assertEquals(URI.create(page), redirects.firstAllowed(List.of("https://evil.example", page)));
        assertEquals(
                URI.create("http://localhost:3000"),
                redirects.firstAllowed(List.of("https://evil.example", "https://evil.example/")));
        assertEquals(URI.create("http://localhost:3000"), redirects.firstAllowed(List.of()));
    }

    @Test
    void aSiteIsAnAddressOfTheWeb() {
        assertTrue(Redirects.isSite(URI.create("http://localhost:3000")));
        assertFalse(Redirects.isSite(URI.create("localhost:3000")));
        assertFalse(Redirects.isSite(URI.create("frontend")));
    }
}
