import { useCallback, useEffect, useState } from 'react';
import { closeFile, type OpenedFile, openFile, type PagedFile, type PageProblem } from '#renderer/pages/index.ts';
import { forgetPages, usePageView } from './page-view-store.ts';

export type FileState =
	| { phase: 'opening' }
	| { phase: 'open'; fileId: number; opened: OpenedFile }
	| { phase: 'failed'; problem: PageProblem };

/** Has a file open for as long as its pages are shown. The second part opens it anew. */
export function useOpenedFile({ sha256, mediaType, sizeBytes }: PagedFile): [FileState, () => void] {
	const [state, setState] = useState<FileState>({ phase: 'opening' });
	const [attempt, setAttempt] = useState(0);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens the same file again
	useEffect(() => {
		setState({ phase: 'opening' });
		const fileId = openFile(
			{ sha256, mediaType, sizeBytes },
			{
				done(opened) {
					usePageView.setState({ pageCount: opened.pageCount });
					setState({ phase: 'open', fileId, opened });
				},
				failed: (problem) => setState({ phase: 'failed', problem }),
			},
		);
		return () => {
			closeFile(fileId);
			forgetPages();
		};
	}, [sha256, mediaType, sizeBytes, attempt]);
	return [state, useCallback(() => setAttempt((count) => count + 1), [])];
}
