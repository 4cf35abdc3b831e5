import { create } from 'zustand';
import type { RecordId } from '#shared/domain/ids.ts';

/** The records whose text is about to be recognised: for them the dialog asks in which language. */
export const useRecognition = create<{ recordIds: readonly RecordId[] }>(() => ({ recordIds: [] }));

export function askToRecognise(recordIds: readonly RecordId[]): void {
	useRecognition.setState({ recordIds });
}
