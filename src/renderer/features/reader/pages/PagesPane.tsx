import { useEffect, useState } from 'react';
import { activate } from '#renderer/features/annotations/index.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { type PageRequest, usePageRequest } from '#renderer/pages/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { message } from '#shared/messages/messages.ts';
import { markFrame } from './mark-region.ts';
import { PageScroller } from './PageScroller.tsx';
import styles from './Pages.module.css';
import { goToPage, stopMarking, usePageView } from './page-view-store.ts';
import { usePages } from './pages-context.ts';
import { useOpenedFile } from './use-opened-file.ts';

interface PagesPaneProps {
	/** Where to begin: the page of the passage that is being read. */
	firstPage: number;
}

/** A file as it was received, page by page. */
export function PagesPane({ firstPage }: PagesPaneProps) {
	const { file, recordId } = usePages();
	const [state, retry] = useOpenedFile(file);
	const [root, setRoot] = useState<HTMLElement | null>(null);
	const isFramed = usePageView(({ frame }) => frame !== null);
	useCommand('annotation.note', () => void markFrame(recordId, file.sha256, 'note'), isFramed);
	useCommand('annotation.claim', () => void markFrame(recordId, file.sha256, 'claim'), isFramed);
	useCommand('annotation.evidence', () => void markFrame(recordId, file.sha256, 'evidence'), isFramed);
	useCommand('annotation.dispute', () => void markFrame(recordId, file.sha256, 'dispute'), isFramed);
	useCommand('annotation.question', () => void markFrame(recordId, file.sha256, 'question'), isFramed);
	useFirstPage(state.phase === 'open', firstPage);
	return (
		<section
			ref={setRoot}
			aria-label={message('pages.pane')}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keys must reach it
			tabIndex={0}
			className={styles.scroller}
			onKeyDown={(event) => event.key === 'Escape' && stopMarking()}
		>
			{state.phase === 'opening' && (
				<p role="status" className={styles.note}>
					{message('pages.opening')}
				</p>
			)}
			{state.phase === 'failed' && (
				<div role="alert" className={styles.problem}>
					<p>{message(`pages.problem.${state.problem}`)}</p>
					<Button onPress={retry}>{message('pages.retry')}</Button>
				</div>
			)}
			{state.phase === 'open' && root && <PageScroller fileId={state.fileId} opened={state.opened} root={root} />}
		</section>
	);
}

/** Once the file is open: what somebody asked to see of it, else the page that is being read. */
function useFirstPage(isOpen: boolean, firstPage: number): void {
	const { file, recordId } = usePages();
	const request = usePageRequest((waiting) => waiting.request);
	const isOurs = request?.recordId === recordId && request.region.originalSha256 === file.sha256;
	// biome-ignore lint/correctness/useExhaustiveDependencies: where to begin counts only when the file is opened
	useEffect(() => {
		if (isOpen && !isOurs) goToPage(usePageView.getState().wanted?.page ?? firstPage);
	}, [isOpen]);
	useEffect(() => {
		if (isOpen && isOurs && request) show(request);
	}, [isOpen, isOurs, request]);
}

function show({ annotationId, region }: PageRequest): void {
	goToPage(region.page, region);
	activate(annotationId);
	usePageRequest.setState({ request: null });
}
