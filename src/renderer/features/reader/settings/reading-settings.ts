import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { useProfile } from '#renderer/lib/profile.ts';
import {
	type OwnSettings,
	ownWith,
	type ReadingPlace,
	type ReadingScope,
	scopeAt,
	settingsAt,
} from './reading-scopes.ts';
import type { ReadingSettings } from './setting-values.ts';

const noneOwn: OwnSettings = {};

export interface KeptReadingSettings {
	settings: ReadingSettings;
	/** For what they hold. */
	scope: ReadingScope;
	/** Null while no record is open. */
	recordId: string | null;
	/** For whatever they hold for now. */
	change(change: Partial<ReadingSettings>): void;
	/** Lets them, as they are, hold for this. */
	hold(scope: ReadingScope): void;
}

/** How texts are set; where none is named, the one whose place is open. */
export function useReadingSettings(named?: string): KeptReadingSettings {
	const [all, keepAll] = useProfile<Partial<ReadingSettings>>('reading', {});
	const [own, keepOwn] = useProfile<OwnSettings>('reading.own', noneOwn);
	const opened: { recordId?: string } = useParams({ strict: false });
	const recordId = named ?? opened.recordId ?? null;
	const place: ReadingPlace = { archiveId: useArchiveStatus()?.archiveId ?? '', recordId };
	const settings = settingsAt(all, own, place);
	const scope = scopeAt(own, place);
	function keep(next: ReadingSettings, wanted: ReadingScope): void {
		if (wanted === 'all') keepAll(next);
		if (wanted !== 'all' || scope !== 'all') keepOwn(ownWith(own, place, wanted, next));
	}
	return {
		...{ settings, scope, recordId },
		change: (change) => keep({ ...settings, ...change }, scope),
		hold: (wanted) => keep(settings, wanted),
	};
}

/** Sets a page of text as the person likes it, while they are choosing too. */
export function useReadingSettingsOn(page: HTMLElement | null, recordId: string): void {
	const { sizePx, measureCh, leading, face } = useReadingSettings(recordId).settings;
	useEffect(() => {
		if (!page) return;
		// Free numbers, so no class can stand for them; the style sheet reads the properties.
		page.style.setProperty('--size-text', `${sizePx}px`);
		page.style.setProperty('--measure', `${measureCh}ch`);
		page.style.setProperty('--leading', String(leading));
		page.dataset.face = face;
	}, [page, sizePx, measureCh, leading, face]);
}
