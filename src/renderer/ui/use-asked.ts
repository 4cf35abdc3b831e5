import { useState } from 'react';
import type { MenuPoint } from './context-menu.ts';

export interface Asked<T, At = MenuPoint> {
	/** What the menu is of: the thing itself or its id, since rows move while a menu is open. */
	of: T;
	at: At;
}

/** The thing that a menu was asked for, for as long as it is there: with it, the menu goes for good. */
export function useAsked<T, At = MenuPoint>(
	isThere: (of: T) => boolean,
): [Asked<T, At> | null, (asked: Asked<T, At> | null) => void] {
	const [asked, setAsked] = useState<Asked<T, At> | null>(null);
	if (asked === null || isThere(asked.of)) return [asked, setAsked];
	setAsked(null);
	return [null, setAsked];
}
