package dev.atelier.testkit;

import org.junit.jupiter.api.Test;

/** What the contracts of all repositories that list have in common. */
public abstract class ListingContract extends PersistenceContract {

    /** The list under test, and how something gets into it. */
    abstract ListChecks<?> lists();

    @Test
    void theListIsEmptyAtFirst() {
        lists().assertEmptyAtFirst();
    }

    @Test
    void theListIsNewestFirst() {
        lists().assertNewestFirst();
    }

    @Test
    void theListOrdersIdsAsUnsignedNumbers() {
        lists().assertUnsignedOrder();
    }

    @Test
    void aPageGoesOnBelowTheLastItemOfTheOneBefore() {
        lists().assertPagesGoOnBelowTheLast();
    }

    @Test
    void nothingFollowsAPageThatIsJustFull() {
        lists().assertNothingFollowsAFullLastPage();
    }

    @Test
    void insertsMeanwhileNeitherRepeatNorHideAnything() {
        lists().assertStableUnderInserts();
    }
}
