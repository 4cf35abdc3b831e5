import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { AnnotatedText } from '#renderer/features/annotations/index.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { useProfile } from '#renderer/lib/profile.ts';
import { useRecordAnnotations } from '#renderer/lib/record-annotations.ts';
import { usePageRequest } from '#renderer/pages/index.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { isPassage, type StoredBlock } from '#shared/domain/block.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import type { SearchQuery } from '#shared/search/search-query.ts';
import { useReader } from '../reader-store.ts';
import { scrollToPlace } from '../text/place-on-page.ts';
import { useHitSpans } from '../use-query-hits.ts';
import { useOpenDraft } from '../writing/draft-store.ts';
import styles from './Pages.module.css';
import { PagesPane } from './PagesPane.tsx';
import { PageToolbar } from './PageToolbar.tsx';
import { pageOf } from './page-of.ts';
import { goToPage, startMarking, usePageView } from './page-view-store.ts';
import { pagedFiles } from './paged-files.ts';
import { PagesContext, type PagesContextValue } from './pages-context.ts';
import { useMovingTogether } from './use-moving-together.ts';

const views = ['page', 'text', 'both'] as const;
type View = (typeof views)[number];

interface PagesBesideProps {
	record: RecordDetail;
	archiveId: string;
	edition: Edition | null;
	blocks: readonly StoredBlock[];
	/** The search that led here; its hits are marked. */
	query: SearchQuery;
	/** Null until it is drawn, and for a record without text. */
	text: AnnotatedText | null;
	/** Draws the section of a passage. */
	draw(ordinal: number): void;
	children: ReactNode;
}

/** A text, or what is said of a record without one, with the pages that it was received as beside it, or in its place. */
export function PagesBeside({ record, archiveId, edition, blocks, query, text, draw, children }: PagesBesideProps) {
	const files = useMemo(() => pagedFiles(record.files), [record.files]);
	const [chosen, choose] = useState<Sha256 | null>(null);
	const file = files.find(({ sha256 }) => sha256 === (chosen ?? edition?.originalSha256)) ?? files[0];
	const first: View = edition ? 'text' : 'both';
	const [kept, setView] = useProfile<View>(`reader.view.${archiveId}.${record.id}`, first);
	const isWriting = useOpenDraft(record.id) !== null;
	// What is written needs its field; the pages stay beside it if they were there.
	const view = !file ? 'text' : isWriting && kept === 'page' ? 'both' : kept;
	const pane = useRef<HTMLDivElement>(null);
	const isOneSource = file !== undefined && edition?.originalSha256 === file.sha256;
	const { annotations } = useRecordAnnotations(record.id);
	const spansOf = useHitSpans(query);
	useMovingTogether({ text, pane, isOneSource: isOneSource && view !== 'text' && !isWriting, draw });
	const isNewlyWritten = isWriting && (isOneSource || edition === null);
	useEffect(() => {
		if (isNewlyWritten) setView('both');
	}, [isNewlyWritten, setView]);
	useCommand('page.view', () => setView(views[(views.indexOf(view) + 1) % views.length] ?? 'text'), files.length > 0);
	useCommand(
		'page.region',
		() => {
			setView('both');
			startMarking();
		},
		files.length > 0 && view === 'text',
	);
	usePassageSteps(blocks, isOneSource && view === 'page');
	const show = useCallback(
		(sha256: Sha256) => {
			choose(sha256);
			if (view === 'text') setView('both');
		},
		[view, setView],
	);
	useRequestedFile(record, show);

	const onFollow = useCallback(
		(ordinal: number) => {
			if (!text) return;
			draw(ordinal);
			scrollToPlace(text.root, text.dom, { ordinal, offset: 0 });
		},
		[text, draw],
	);
	const context = useMemo<PagesContextValue | null>(
		() =>
			file
				? {
						recordId: record.id,
						file,
						editionId: isOneSource && edition ? edition.id : null,
						...{ blocks, annotations, spansOf, onFollow },
						isTextBeside: view === 'both' && edition !== null,
					}
				: null,
		[record.id, file, isOneSource, edition, blocks, annotations, spansOf, view, onFollow],
	);

	return (
		<div className={styles.split} data-view={view}>
			{file && (
				<div className={styles.bar} data-leads-pages>
					<ViewChoice view={view} onChoose={setView} />
					{view !== 'text' && <PageToolbar files={files} file={file} onFile={choose} />}
				</div>
			)}
			<div className={styles.panes}>
				{context && view !== 'text' && (
					<div ref={pane} className={styles.pages}>
						<PagesContext value={context}>
							<PagesPane key={context.file.sha256} firstPage={pageOf(blocks, useReader.getState().place.ordinal)} />
						</PagesContext>
					</div>
				)}
				{/* Not taken away: the text keeps its place, and its marks know where they stand. */}
				<div className={styles.text} inert={view === 'page'}>
					{children}
				</div>
			</div>
		</div>
	);
}

function ViewChoice({ view, onChoose }: { view: View; onChoose(view: View): void }) {
	return (
		<ToggleButtonGroup
			aria-label={message('pages.view')}
			selectionMode="single"
			disallowEmptySelection
			selectedKeys={[view]}
			onSelectionChange={(keys) => onChoose([...keys][0] as View)}
			className={styles.views ?? ''}
		>
			{views.map((id) => (
				<ToggleButton key={id} id={id} className={styles.viewButton ?? ''}>
					{message(`pages.view.${id}`)}
				</ToggleButton>
			))}
		</ToggleButtonGroup>
	);
}

/** Shows the file of a region that somebody asked to see; the pages themselves go to it. */
function useRequestedFile({ id, files }: RecordDetail, show: (sha256: Sha256) => void): void {
	const request = usePageRequest((waiting) => waiting.request);
	useEffect(() => {
		if (request?.recordId !== id) return;
		const { originalSha256 } = request.region;
		if (pagedFiles(files).some(({ sha256 }) => sha256 === originalSha256)) show(originalSha256);
	}, [request, id, files, show]);
}

/** Where only the pages are shown, the keys for the next passage move what is outlined on them. */
function usePassageSteps(blocks: readonly StoredBlock[], isEnabled: boolean): void {
	function step(by: 1 | -1): void {
		const { ordinal } = usePageView.getState();
		let at = ordinal === null ? useReader.getState().place.ordinal : ordinal + by;
		for (let block = blocks[at]; block && !isPassage(block); block = blocks[at]) at += by;
		if (!blocks[at]) return;
		usePageView.setState({ ordinal: at });
		const page = pageOf(blocks, at);
		if (page !== usePageView.getState().page) goToPage(page);
	}
	useCommand('passage.next', () => step(1), isEnabled);
	useCommand('passage.previous', () => step(-1), isEnabled);
}
