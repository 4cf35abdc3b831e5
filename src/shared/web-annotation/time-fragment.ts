import type { MediaTime } from '../domain/media-time.ts';
import { isMediaFragment, mediaFragments } from './region-fragment.ts';

/** When the words are spoken, as a selector of the recording (Media Fragments URI 1.0, normal play time); none without. */
export function writeTime(time: MediaTime | null): object[] {
	if (!time) return [];
	const end = time.endMs === undefined ? '' : `,${seconds(time.endMs)}`;
	return [{ type: 'FragmentSelector', conformsTo: mediaFragments, value: `t=${seconds(time.startMs)}${end}` }];
}

/** Whether a fragment names a time and nothing else. Words have theirs from the edition, so a file need not say it again. */
export function isTimeFragment(conformsTo: string, value: string): boolean {
	return isMediaFragment(conformsTo) && /^t=(?:npt:)?[\d:.]*(?:,[\d:.]+)?$/.test(value);
}

function seconds(ms: number): string {
	return String(ms / 1000);
}
