//! Layouts of screens of all sizes.

use super::*;

const LEAD: LeadRows =
    LeadRows { sentence: 1, picture: 2, facts: 0, header: 0, consequences: 0, marks: (0, 0) };
const WANTED: [u16; 6] = [12, 6, 4, 4, 2, 6];

fn places(width: u16, height: u16, focus: usize) -> PaneLayout {
    match layout(ScreenSpace::new(width, height), InView::overview(focus), LEAD, &WANTED.map(PaneNeeds::rows))
    {
        Layout::Panes(places) => places,
        other @ (Layout::TooSmall | Layout::Text { .. }) => panic!("{other:?}"),
    }
}

#[test]
fn a_wide_screen_shows_all_panes() {
    let places = places(120, 36, 0);
    assert_eq!(places.panes.len(), 6);
    assert_eq!(places.tabs, None);
    assert_eq!(places.panes[0].1, Rect::new(0, 5, 48, 14));
    assert_eq!(places.strip.map(|strip| strip.height), Some(3));
}

#[test]
fn there_are_as_many_columns_as_it_takes() {
    let columns_of = |width, height, panes| match layout(
        ScreenSpace::new(width, height),
        InView::overview(0),
        LeadRows::default(),
        &vec![PaneNeeds::rows(20); panes],
    ) {
        Layout::Panes(PaneLayout { tabs: Some(_), .. }) => 0,
        Layout::Panes(areas) => areas.panes.iter().filter(|(_, area)| area.y == 1).count(),
        other @ (Layout::TooSmall | Layout::Text { .. }) => panic!("{other:?}"),
    };
    for (width, height, panes, columns) in [
        (99, 60, 2, 0),
        (100, 60, 1, 1),
        (200, 60, 6, 2),
        (200, 60, 9, 2),
        (200, 20, 10, 2),
        (200, 20, 11, 3),
        (137, 20, 11, 0),
        (138, 20, 11, 3),
        (200, 17, 13, 4),
        (200, 17, 17, 0),
    ] {
        assert_eq!(columns_of(width, height, panes), columns, "{panes} panes at {width}×{height}");
    }
}

#[test]
fn a_narrower_strip_has_more_lines() {
    for (width, lines) in [(119, 4), (120, 3)] {
        assert_eq!(places(width, 36, 0).strip.map(|strip| strip.height), Some(lines), "{width} columns");
    }
}

#[test]
fn panes_never_overlap_and_stay_inside() {
    for width in 40..=200 {
        for height in 12..=60 {
            for focus in 0..WANTED.len() {
                let places = places(width, height, focus);
                let screen = Rect::new(0, 0, width, height);
                let mut all: Vec<Rect> = places.panes.iter().map(|(_, area)| *area).collect();
                all.extend(places.header.iter().chain(&places.lead).chain(&places.tabs).chain(&places.strip));
                all.push(places.footer);
                assert!(places.panes.iter().any(|(pane, area)| *pane == focus && inside(*area).height > 0));
                for (at, area) in all.iter().enumerate() {
                    assert_eq!(area.intersection(screen), *area);
                    assert!(all[..at].iter().all(|earlier| !earlier.intersects(*area)), "{all:?}");
                }
            }
        }
    }
}

#[test]
fn pages_do_not_move_with_the_focus() {
    let page_of = |focus| places(80, 24, focus).panes;
    for focus in 0..WANTED.len() {
        for (pane, _) in page_of(focus) {
            assert_eq!(page_of(pane), page_of(focus));
        }
    }
}

#[test]
fn a_finding_leads_in_the_upper_third_and_takes_no_room_where_there_is_none() {
    let lead = |width, height, lead| match layout(
        ScreenSpace::new(width, height),
        InView::overview(0),
        lead,
        &WANTED.map(PaneNeeds::rows),
    ) {
        Layout::Panes(places) => (places.lead, places.panes[0].1.y),
        other @ (Layout::TooSmall | Layout::Text { .. }) => panic!("{other:?}"),
    };
    for (width, height, lines) in [(40, 12, 1), (60, 16, 1), (80, 24, 3), (120, 36, 4), (200, 60, 6)] {
        let (area, _) = lead(width, height, LEAD);
        assert_eq!(area.map(|area| area.height), Some(lines), "{width}×{height}");
        assert!(area.is_some_and(|area| area.bottom() <= height.div_ceil(3)), "{width}×{height}");
        let (none, top) = lead(width, height, LeadRows::default());
        assert_eq!(none, None);
        assert_eq!(top, u16::from(height >= 16) + u16::from(width < 100), "{width}×{height}");
    }
}

#[test]
fn on_a_tall_screen_the_strip_gets_what_panes_leave() {
    for (height, lines) in [(36, 3), (44, 3), (60, 4), (200, 4)] {
        assert_eq!(places(200, height, 0).strip.map(|strip| strip.height), Some(lines), "{height} rows");
    }
}

#[test]
fn a_blank_line_keeps_the_strip_apart_where_no_pane_wants_it() {
    for (width, height, blank) in [(120, 31, 0), (120, 32, 1), (120, 36, 1), (80, 23, 0), (80, 24, 1)] {
        let places = places(width, height, 0);
        let bottom = places.panes.iter().map(|(_, area)| area.bottom()).max();
        let gap = places.strip.zip(bottom).map(|(strip, bottom)| strip.y - bottom);
        assert_eq!(gap, Some(blank), "{width}×{height}");
    }
}

#[test]
fn panes_that_lack_few_rows_are_whole() {
    let rows = PaneNeeds::rows;
    let chart = PaneNeeds { least: 7, ..rows(17) };
    let capped = PaneNeeds { rest: 9, ..rows(12) };
    for (needs, expected) in [
        ([rows(40), rows(11)], [19, 12]),
        ([chart, rows(40)], [18, 13]),
        ([capped, rows(21)], [9, 22]),
        ([rows(40), rows(50)], [23, 8]),
    ] {
        let [upper, lower] = needs;
        let [above, below] = expected;
        let columns = in_columns(120, 36, &[upper, upper, lower, lower]);
        assert_eq!(columns, [vec![(0, above), (2, below)], vec![(1, above), (3, below)]], "{needs:?}");
    }
}

/// The panes of each column, by their left ends, with their heights.
fn in_columns(width: u16, height: u16, needs: &[PaneNeeds]) -> Vec<Vec<(usize, u16)>> {
    let above = ScreenSpace::new(width, height);
    let Layout::Panes(places) = layout(above, InView::overview(0), LeadRows::default(), needs) else {
        panic!("no panes")
    };
    let mut lefts: Vec<u16> = places.panes.iter().map(|(_, area)| area.x).collect();
    lefts.sort_unstable();
    lefts.dedup();
    let column = |left: &u16| {
        let own = places.panes.iter().filter(|(_, area)| area.x == *left);
        own.map(|(pane, area)| (*pane, area.height)).collect()
    };
    lefts.iter().map(column).collect()
}

#[test]
fn a_long_pane_has_a_column_of_its_own_where_the_others_fit_into_one() {
    let rows = PaneNeeds::rows;
    let few = [rows(90), rows(4), rows(3)];
    assert_eq!(in_columns(120, 36, &few), [vec![(0, 31)], vec![(1, 6), (2, 25)]]);
    let usual = [rows(12), rows(6), rows(4), rows(4)];
    assert_eq!(in_columns(120, 36, &usual), [vec![(0, 14), (2, 16)], vec![(1, 8), (3, 22)]]);
}

#[test]
fn spare_room_goes_to_a_chart_and_to_further_rows() {
    let rows = PaneNeeds::rows;
    let needs = [PaneNeeds { further: 9, ..rows(4) }, rows(3), PaneNeeds { rest: 5, ..rows(3) }];
    assert_eq!(in_columns(120, 36, &needs), [vec![(0, 21), (2, 9)], vec![(1, 30)]]);
    let low = in_columns(120, 18, &needs);
    assert_eq!(low[0], [(0, 6), (2, 6)], "no room for the chart");
}

#[test]
fn bars_at_the_left_get_what_the_right_column_does_not_need() {
    let bars = PaneNeeds { has_bars: true, width: 40, full_width: 56, ..PaneNeeds::rows(90) };
    let plain = PaneNeeds { width: 40, full_width: 40, ..PaneNeeds::rows(4) };
    let widths = |needs: &[PaneNeeds]| match layout(
        ScreenSpace::new(120, 36),
        InView::overview(0),
        LeadRows::default(),
        needs,
    ) {
        Layout::Panes(places) => places.panes.iter().map(|(_, area)| area.width).collect::<Vec<_>>(),
        other @ (Layout::TooSmall | Layout::Text { .. }) => panic!("{other:?}"),
    };
    assert_eq!(widths(&[bars, plain]), [78, 40]);
    assert_eq!(widths(&[bars, bars]), [59, 59]);
    assert_eq!(widths(&[plain, bars]), [48, 70]);
}

#[test]
fn figures_that_stand_out_get_room_where_no_pane_loses_a_row_by_it() {
    let lead = LeadRows { facts: 2, ..LEAD };
    for (height, rows, top) in
        [(32, None, 4), (33, Some(4), 6), (34, Some(5), 7), (35, Some(5), 7), (36, Some(6), 8)]
    {
        match layout(ScreenSpace::new(120, height), InView::overview(0), lead, &WANTED.map(PaneNeeds::rows)) {
            Layout::Panes(places) => {
                assert_eq!(places.facts.map(|facts| facts.y), rows, "{height} rows");
                assert_eq!(places.panes[0].1.y, top, "{height} rows");
                let heights = places.panes.iter().map(|(_, area)| area.height);
                let all = heights.zip(WANTED).all(|(height, wanted)| height > wanted);
                assert!(rows.is_none() || all, "{height} rows: {places:?}");
            }
            other @ (Layout::TooSmall | Layout::Text { .. }) => panic!("{other:?}"),
        }
    }
}
