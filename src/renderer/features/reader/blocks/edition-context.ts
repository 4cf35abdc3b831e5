import { createContext, useContext } from 'react';

/** What every block needs to know of the edition it stands in. */
export interface EditionContextValue {
	/** BCP 47; '' when it is not known. */
	language: string;
	/** Shows where a link leads and asks before it is opened. */
	onFollow: (address: string) => void;
}

export const EditionContext = createContext<EditionContextValue>({
	language: '',
	onFollow: () => undefined,
});

export function useEdition(): EditionContextValue {
	return useContext(EditionContext);
}
