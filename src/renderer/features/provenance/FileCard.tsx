import { Copy } from 'lucide-react';
import { archive } from '#renderer/lib/archive.ts';
import { copyText } from '#renderer/lib/copies.ts';
import { formatBytes, formatInstant, shortDigest } from '#renderer/lib/format.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { Chip, type ChipTone } from '#renderer/ui/Chip.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { MediaFacts } from '#shared/domain/media-facts.ts';
import { formatTime } from '#shared/domain/media-time.ts';
import type { Fixity, HeldFile } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './ProvenanceTab.module.css';
import { saveOriginal } from './save-original.ts';

const tones: Record<Fixity, ChipTone> = {
	intact: 'ok',
	changed: 'danger',
	missing: 'danger',
	unverifiable: 'warn',
	unverified: 'plain',
};

export function FileCard({ file }: { file: HeldFile }) {
	const { sha256, fileName, mediaType, sizeBytes, receivedAt, fixity, verifiedAt, picture, media } = file;
	return (
		<Card>
			<div className={styles.head}>
				{fileName}
				<Chip tone={tones[fixity]}>{message(`fixity.${fixity}`)}</Chip>
			</div>
			<dl className={styles.facts}>
				<dt>{message('provenance.size')}</dt>
				<dd>
					{formatBytes(sizeBytes)} · {mediaType}
				</dd>
				{picture ? (
					<>
						<dt>{message('provenance.picture')}</dt>
						<dd>
							{message('provenance.picture-size', {
								...{ width: picture.widthPx, height: picture.heightPx, pages: picture.pageCount },
							})}
						</dd>
					</>
				) : null}
				{media ? (
					<>
						<dt>{message('provenance.recording')}</dt>
						<dd>{recordingWords(media)}</dd>
					</>
				) : null}
				<dt>SHA-256</dt>
				<dd>
					<code className={styles.digest} title={sha256}>
						{shortDigest(sha256)}
					</code>
					<IconButton label={message('provenance.copy-digest')} onPress={() => copy(sha256)}>
						<Copy size={13} />
					</IconButton>
				</dd>
				<dt>{message('provenance.received')}</dt>
				<dd>{formatInstant(receivedAt)}</dd>
				<dt>{message('provenance.verified')}</dt>
				<dd>{verifiedAt ? formatInstant(verifiedAt) : message('provenance.never-verified')}</dd>
			</dl>
			{readingCopy ? <p className={styles.none}>{message('reading-copy.no-original')}</p> : <Actions file={file} />}
		</Card>
	);
}

function Actions({ file }: { file: HeldFile }) {
	return (
		<div className={styles.buttons}>
			<Button onPress={() => void archive.calls.originals.verify({ sha256s: [file.sha256] }).catch(showError)}>
				{message('provenance.verify')}
			</Button>
			<Button onPress={() => void saveOriginal(file).catch(showError)}>{message('provenance.save-original')}</Button>
		</div>
	);
}

/** How long, what of, and how fine; what its head does not say is left out. */
function recordingWords({ container, codecs, durationMs, sampleRateHz, channelCount, ...film }: MediaFacts): string {
	const { widthPx, heightPx } = film;
	const parts = [
		durationMs === null ? '' : formatTime(durationMs),
		container,
		codecs,
		sampleRateHz === null ? '' : message('provenance.sample-rate', { kilohertz: sampleRateHz / 1000 }),
		channelCount === null ? '' : message('provenance.channels', { count: channelCount }),
		widthPx && heightPx ? message('provenance.picture-size', { width: widthPx, height: heightPx, pages: 1 }) : '',
	];
	return parts.filter((part) => part !== '').join(' · ');
}

function copy(text: string): void {
	copyText(text).then(() => showToast(message('provenance.digest-copied')), showError);
}
