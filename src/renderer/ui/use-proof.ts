import { useState } from 'react';
import type { Proof, ProofFinding } from './ProofDialog.tsx';

interface ProofState {
	/** What `ProofDialog` shows; null while no paper is chosen. */
	proof: Proof | null;
	/** Compares a paper and shows what is found of it, or the error that `find` throws. */
	prove(name: string, find: () => Promise<ProofFinding[]>): Promise<void>;
	close(): void;
}

/** One paper at a time: what is found of one that was closed meanwhile, or followed by another, is not shown. */
export function useProof(): ProofState {
	const [proof, setProof] = useState<Proof | null>(null);
	return {
		proof,
		async prove(name, find) {
			const begun: Proof = { name, findings: null, error: null };
			setProof(begun);
			const show = (found: Partial<Proof>) => setProof((now) => (now === begun ? { ...begun, ...found } : now));
			try {
				show({ findings: await find() });
			} catch (error) {
				show({ error });
			}
		},
		close: () => setProof(null),
	};
}
