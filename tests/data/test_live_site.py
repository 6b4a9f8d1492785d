"""The live site holds what tests/site asks of the sample's; axe-core finds nothing on a page of each kind."""

from __future__ import annotations

from pathlib import Path

import pages
import pytest
from axe import assert_axe_finds_nothing
from playwright.sync_api import Browser
from test_citations import (  # noqa: F401
    test_each_claim_and_source_page_cites_itself_and_its_originals_apart,
)
from test_compare_and_gaps import (  # noqa: F401
    test_countries_without_a_stated_tier_are_named,
    test_gaps_are_those_of_the_data,
    test_partners_by_year_count_what_facts_say,
    test_what_texts_leave_out_of_themselves_is_listed,
    test_years_stand_side_by_side_with_every_value_or_a_gap,
)
from test_entity_pages import (  # noqa: F401
    test_a_lead_says_what_claims_say_each_with_its_link,
    test_a_page_begins_with_the_tier_that_claims_state,
    test_before_and_after_make_chains_through_all_of_a_kind,
    test_every_claim_of_a_thing_is_on_its_page_exactly_once,
    test_gaps_are_said_where_they_are,
    test_people_stand_with_the_roles_that_claims_print,
    test_related_things_are_eight_at_most_and_counted_rightly,
)
from test_fact_page import (  # noqa: F401
    test_a_quote_stands_in_its_surroundings_as_the_seed_prints_them,
    test_every_fact_is_passed_from_the_one_before_to_the_one_after,
)
from test_linked_data import (  # noqa: F401
    test_a_claim_names_its_quotes_and_sources,
    test_addresses_in_linked_data_lead_somewhere,
    test_no_page_says_more_than_it_shows,
    test_titles_are_unique_and_descriptions_specific,
)
from test_site import (  # noqa: F401
    test_every_fact_is_on_every_page_it_belongs_to,
    test_every_link_leads_somewhere,
    test_every_observation_is_on_its_pages,
    test_every_page_can_be_reached_from_home,
    test_ids_are_unique_on_a_page,
    test_nothing_is_asked_of_another_host,
    test_public_data_has_the_agreed_form,
    test_the_source_page_is_the_seed_and_links_both_ways,
)
from test_source_pages import (  # noqa: F401
    test_each_passage_has_a_number_and_a_note_that_lead_to_each_other,
    test_marks_are_exact_where_passages_overlap,
)
from test_timeline import (  # noqa: F401
    test_the_timeline_is_complete_and_dates_nothing_finer_than_the_sources,
)
from test_trust_pages import (  # noqa: F401
    test_claims_and_their_pages_lead_to_their_differences,
    test_every_difference_stands_under_its_kind_and_nothing_else_does,
    test_the_panel_of_a_source_says_what_coverage_says,
)
from test_world_pages import (  # noqa: F401
    test_home_has_no_dashboard_and_one_way_in_for_editors,
    test_the_ladder_has_each_count_of_a_tier_with_its_proof,
    test_the_ladder_names_each_partner_at_the_tiers_that_facts_state,
    test_the_scope_is_that_of_the_texts,
)

from benchmarks.statements import screens

# Tests that the kinds of pages are dealt to, so that two processes share them.
PARTS = 2


def test_home_is_short_on_a_phone(browser: Browser, site: Path) -> None:
    figure = screens.home(site, browser)
    assert figure.holds, figure.row()


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_a_page_of_each_kind(part: int, browser: Browser, site: Path) -> None:
    """The heaviest of each kind; the other widths, and the colours of the dark, are tried on the sample."""
    assert_axe_finds_nothing(browser, site, pages.kinds(site)[part::PARTS], [360], dark=False)
