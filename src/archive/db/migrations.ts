import firstArchive from './migrations/0001-first-archive.sql?raw';
import searchSegments from './migrations/0002-search-segments.sql?raw';
import mergedNames from './migrations/0003-merged-names.sql?raw';
import savedSearches from './migrations/0004-saved-searches.sql?raw';
import annotationsFromElsewhere from './migrations/0005-annotations-from-elsewhere.sql?raw';
import placements from './migrations/0006-placements.sql?raw';
import pages from './migrations/0010-pages.sql?raw';

/** SQL of every schema version, in order: the first makes version 1. Released ones are never edited. */
export const migrations: readonly string[] = [
	firstArchive,
	searchSegments,
	mergedNames,
	savedSearches,
	annotationsFromElsewhere,
	placements,
	pages,
];

/** The schema version that this program writes (`user_version`). */
export const schemaVersion = migrations.length;

/** `application_id` of an archive: the letters LCTN. */
export const applicationId = 0x4c43544e;
