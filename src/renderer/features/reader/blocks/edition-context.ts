import { createContext, useContext } from 'react';
import type { DoubtfulMarks } from '#renderer/features/recognition/index.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { HeadingLevel } from '../text/heading-levels.ts';
import { type Notes, noNotes } from '../text/use-notes.ts';

/** What every block needs to know of the edition it stands in. */
export interface EditionContextValue {
	/** Null where none is shown. */
	editionId: EditionId | null;
	/** Which of its pictures each is, from 1, by ordinal. */
	figureNumbers: ReadonlyMap<number, number>;
	/** BCP 47; '' when it is not known. */
	language: string;
	headingLevels: ReadonlyMap<number, HeadingLevel>;
	/** Words that were recognised with doubt. */
	doubtful: DoubtfulMarks;
	/** Its footnotes, by the signs that refer to them. */
	notes: Notes;
	/** Goes to a passage, as a jump that can be taken back; absent where that is not to be had. */
	onGoTo?: (ordinal: number) => void;
	/** Shows where a link leads and asks before it is opened. */
	onFollow: (address: string) => void;
}

export const EditionContext = createContext<EditionContextValue>({
	editionId: null,
	figureNumbers: new Map(),
	language: '',
	headingLevels: new Map(),
	doubtful: new Map(),
	notes: noNotes,
	onFollow: () => undefined,
});

export function useEdition(): EditionContextValue {
	return useContext(EditionContext);
}
