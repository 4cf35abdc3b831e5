import { createContext, useContext } from 'react';
import type { DoubtfulMarks } from '#renderer/features/recognition/index.ts';
import type { HeadingLevel } from '../text/heading-levels.ts';

/** What every block needs to know of the edition it stands in. */
export interface EditionContextValue {
	/** BCP 47; '' when it is not known. */
	language: string;
	headingLevels: ReadonlyMap<number, HeadingLevel>;
	/** Words that were recognised with doubt. */
	doubtful: DoubtfulMarks;
	/** Shows where a link leads and asks before it is opened. */
	onFollow: (address: string) => void;
}

export const EditionContext = createContext<EditionContextValue>({
	language: '',
	headingLevels: new Map(),
	doubtful: new Map(),
	onFollow: () => undefined,
});

export function useEdition(): EditionContextValue {
	return useContext(EditionContext);
}
