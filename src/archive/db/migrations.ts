import firstArchive from './migrations/0001-first-archive.sql?raw';
import searchSegments from './migrations/0002-search-segments.sql?raw';
import mergedNames from './migrations/0003-merged-names.sql?raw';
import savedSearches from './migrations/0004-saved-searches.sql?raw';
import annotationsFromElsewhere from './migrations/0005-annotations-from-elsewhere.sql?raw';
import placements from './migrations/0006-placements.sql?raw';
import merge from './migrations/0007-merge.sql?raw';
import recognisedText from './migrations/0008-recognised-text.sql?raw';
import pages from './migrations/0009-pages.sql?raw';
import custodyAndDescription from './migrations/0010-custody-and-description.sql?raw';
import quotes from './migrations/0011-quotes.sql?raw';
import eventKinds from './migrations/0012-event-kinds.sql?raw';
import linkPlacements from './migrations/0013-link-placements.sql?raw';
import namePagesAndSources from './migrations/0014-name-pages-and-sources.sql?raw';
import alignmentPairs from './migrations/0015-alignment-pairs.sql?raw';
import rejectedDates from './migrations/0016-rejected-dates.sql?raw';
import coordinates from './migrations/0017-coordinates.sql?raw';
import withdrawals from './migrations/0018-withdrawals.sql?raw';
import mediaFacts from './migrations/0019-media-facts.sql?raw';
import home from './migrations/0020-home.sql?raw';
import recordsByEdition from './migrations/0021-records-by-edition.sql?raw';
import textsMadeByHand from './migrations/0022-texts-made-by-hand.sql?raw';
import translations from './migrations/0023-translations.sql?raw';

/** SQL of every schema version, in order: the first makes version 1. Released ones are never edited. */
export const migrations: readonly string[] = [
	firstArchive,
	searchSegments,
	mergedNames,
	savedSearches,
	annotationsFromElsewhere,
	placements,
	merge,
	recognisedText,
	pages,
	custodyAndDescription,
	quotes,
	eventKinds,
	linkPlacements,
	namePagesAndSources,
	alignmentPairs,
	rejectedDates,
	coordinates,
	withdrawals,
	mediaFacts,
	home,
	recordsByEdition,
	textsMadeByHand,
	translations,
];

/** The schema version that this program writes (`user_version`). */
export const schemaVersion = migrations.length;

/** `application_id` of an archive: the letters LCTN. */
export const applicationId = 0x4c43544e;
